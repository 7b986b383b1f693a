import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, olderPeriod, shows } from '../case.ts';
import { crimes, crimesAgainst } from '../incidents.ts';
import { officer, related, shop } from '../segments.ts';

const withCircumstances = ['09A', '09B', '09C', '13A'];
const homicides = ['09A', '09B', '09C'];
const injuring = ['100', '11A', '11B', '11C', '11D', '120', '13A', '13B', '210', '64A', '64B'];
const ofPeople = ['100', '11A', '11B', '11C', '11D', '13A', '13B', '13C', '36A', '36B', '64A', '64B'];

/** Somebody to whom offender 01 and another did it. */
const byTwo = (relationships: VictimSegment['relationships']) =>
  crimes(['13B'], { victims: [{ relationships }], offenders: [{}, {}] });

export const elementsByOffenseCases: EditCase[] = [
  ...withCircumstances.map((code) =>
    shows(
      '401',
      `no circumstances of ${code}`,
      crimesAgainst([code], { assaultHomicideCircumstances: [] }),
      crimes([code]),
    ),
  ),
  ...[...homicides, ...injuring].map((code) =>
    shows('401', `no injury of ${code}`, crimesAgainst([code], { typeInjury: [] }), crimes([code])),
  ),
  shows(
    '401',
    'no injury before the homicides had any',
    crimesAgainst(['13A'], { typeInjury: [] }),
    crimesAgainst(['09A'], { typeInjury: [] }),
    olderPeriod,
  ),
  ...['09B', '09C'].map((code) =>
    shows('401', `no injury of ${code} since 2025`, crimesAgainst([code], { typeInjury: [] }), crimes([code]), {
      period: '2025-01',
    }),
  ),
  ...['09B', '09C'].map((code) =>
    shows(
      '401',
      `no circumstances of ${code} in 2024`,
      crimesAgainst([code], { typeInjury: [], assaultHomicideCircumstances: [] }),
      crimesAgainst([code], { typeInjury: [] }),
      { period: '2024-12' },
    ),
  ),
  ...[...homicides, '120', ...ofPeople].map((code) =>
    shows('401', `no relationship of ${code}`, crimesAgainst([code], { relationships: [] }), crimes([code])),
  ),
  shows(
    '401',
    'an officer without a relationship',
    crimesAgainst(['13C'], { ...officer, relationships: [] }),
    crimesAgainst(['13C'], officer),
  ),
  shows(
    '401',
    'no injury of the second offense',
    crimesAgainst(['290', '13B'], { typeInjury: [] }),
    crimesAgainst(['290', '13B'], { typeInjury: ['N'] }),
  ),
  // None of these, or of the others, is about extortion of a shop.
  shows('458', 'an injured shop', crimesAgainst(['210'], { ...shop, typeInjury: ['M'] }), crimesAgainst(['210'], shop)),
  shows('085', 'no relationship of two', byTwo([]), byTwo(related('ST', 'ST'))),
  shows('419', 'circumstances of a simple assault', circumstancesOf('13B'), crimes(['13B'])),
  shows('419', 'circumstances of a damaged shop', circumstancesOfShop(['01']), circumstancesOfShop([])),
  ...['13C', '290', '36A', '36B'].map((code) =>
    shows('419', `an injury of ${code}`, crimesAgainst([code], { typeInjury: ['N'] }), crimes([code])),
  ),
  shows(
    '419',
    'an injury of vandalism, unless beside extortion',
    crimesAgainst(['290'], { typeInjury: ['M'] }),
    crimesAgainst(['290', '210'], { typeInjury: ['M'], connectedOffenseCodes: ['290', '210'] }),
  ),
  ...homicides.map((code) =>
    shows(
      '419',
      `an injury of ${code} before they were asked for`,
      crimesAgainst(['13C'], { typeInjury: ['L'] }),
      crimesAgainst([code], { typeInjury: ['L'] }),
      olderPeriod,
    ),
  ),
  // An offense that cannot be read may be the one.
  shows(
    '404',
    'an injury and an offense that cannot be read',
    crimesAgainst(['290'], {
      connectedOffenseCodes: ['290', '13X'],
      typeInjury: ['M'],
      assaultHomicideCircumstances: ['01'],
    }),
    crimes(['290']),
  ),
  shows('401', 'an injury of no offense', crimesAgainst(['13B'], { connectedOffenseCodes: [] }), crimes(['13B'])),
];

function circumstancesOf(code: string) {
  return crimesAgainst([code], { assaultHomicideCircumstances: ['01'] });
}

function circumstancesOfShop(assaultHomicideCircumstances: string[]) {
  return crimesAgainst(['290'], { ...shop, assaultHomicideCircumstances });
}
