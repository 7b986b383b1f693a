import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, olderPeriod, shows } from '../case.ts';
import { crimes, noPerson, officer } from '../incidents.ts';

const withCircumstances = ['09A', '09B', '09C', '13A'];
const homicides = ['09A', '09B', '09C'];
const injuring = ['100', '11A', '11B', '11C', '11D', '120', '13A', '13B', '210', '64A', '64B'];
const ofPeople = ['100', '11A', '11B', '11C', '11D', '13A', '13B', '13C', '36A', '36B', '64A', '64B'];

const without = (code: string, blank: Partial<VictimSegment>) => crimes([code], blank);

/** Somebody to whom offender 01 and another did it. */
const byTwo = (victim: Partial<VictimSegment>) =>
  crimes(['13B'], victim, { offenders: [{}, { offenderSequenceNumber: '02' }] });
const related = ['01', '02'].map((offenderNumber) => ({ offenderNumber, relationship: 'ST' }));

export const elementsByOffenseCases: EditCase[] = [
  ...withCircumstances.map((code) =>
    shows('401', `no circumstances of ${code}`, without(code, { assaultHomicideCircumstances: [] }), crimes([code])),
  ),
  ...[...homicides, ...injuring].map((code) =>
    shows('401', `no injury of ${code}`, without(code, { typeInjury: [] }), crimes([code])),
  ),
  shows(
    '401',
    'no injury before the homicides had any',
    crimes(['13A'], { typeInjury: [] }),
    crimes(['09A'], { typeInjury: [] }),
    olderPeriod,
  ),
  ...['09B', '09C'].map((code) =>
    shows('401', `no injury of ${code} since 2025`, crimes([code], { typeInjury: [] }), crimes([code]), {
      period: '2025-01',
    }),
  ),
  ...['09B', '09C'].map((code) =>
    shows(
      '401',
      `no circumstances of ${code} in 2024`,
      crimes([code], { typeInjury: [], assaultHomicideCircumstances: [] }),
      crimes([code], { typeInjury: [] }),
      { period: '2024-12' },
    ),
  ),
  ...[...homicides, '120', ...ofPeople].map((code) =>
    shows('401', `no relationship of ${code}`, without(code, { relationships: [] }), crimes([code])),
  ),
  shows(
    '401',
    'an officer without a relationship',
    crimes(['13C'], { ...officer, relationships: [] }),
    crimes(['13C'], officer),
  ),
  shows(
    '401',
    'the second offense',
    crimes(['290', '13B'], { typeInjury: [] }),
    crimes(['290', '13B'], { typeInjury: ['N'] }),
  ),
  // None of these, or of the others, is about extortion of a shop.
  shows(
    '458',
    'an injured shop',
    crimes(['210'], { ...noPerson, typeOfVictim: 'B', typeInjury: ['M'] }),
    crimes(['210'], { ...noPerson, typeOfVictim: 'B' }),
  ),
  shows('085', 'no relationship of two', byTwo({ relationships: [] }), byTwo({ relationships: related })),
  shows('419', 'circumstances of a simple assault', circumstancesOf('13B'), crimes(['13B'])),
  shows('419', 'circumstances of a damaged shop', circumstancesOfShop(['01']), circumstancesOfShop([])),
  ...['13C', '290', '36A', '36B'].map((code) =>
    shows('419', `an injury of ${code}`, crimes([code], { typeInjury: ['N'] }), crimes([code])),
  ),
  shows(
    '419',
    'an injury of extortion',
    crimes(['290'], { typeInjury: ['M'] }),
    crimes(['290', '210'], { typeInjury: ['M'], connectedOffenseCodes: ['290', '210'] }),
  ),
  ...homicides.map((code) =>
    shows(
      '419',
      `an injury of ${code} before they were asked for`,
      crimes(['13C'], { typeInjury: ['L'] }),
      crimes([code], { typeInjury: ['L'] }),
      olderPeriod,
    ),
  ),
  // An offense that cannot be read may be the one.
  shows(
    '404',
    'an injury and an offense that cannot be read',
    crimes(['290'], { connectedOffenseCodes: ['290', '13X'], typeInjury: ['M'], assaultHomicideCircumstances: ['01'] }),
    crimes(['290']),
  ),
  shows('401', 'an injury of no offense', crimes(['13B'], { connectedOffenseCodes: [] }), crimes(['13B'])),
];

function circumstancesOf(code: string) {
  return crimes([code], { assaultHomicideCircumstances: ['01'] });
}

function circumstancesOfShop(assaultHomicideCircumstances: string[]) {
  return crimes(['290'], { ...noPerson, typeOfVictim: 'B', assaultHomicideCircumstances });
}
