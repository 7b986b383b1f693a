import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, olderPeriod, shows } from '../case.ts';
import { crimes } from '../incidents.ts';

const beaten = (...typeInjury: string[]) => crimes(['13B'], { typeInjury });

const armed = (...weapons: string[]) => ({ weapons: weapons.map((weapon) => ({ weapon, automatic: undefined })) });

/** Shot, as it says, in offenses with these weapons each. */
const shot = (codes: string[], weapons: string[][], victim: Partial<VictimSegment> = {}) =>
  crimes(codes, { typeInjury: ['G'], ...victim }, { offenses: weapons.map((of) => armed(...of)) });

export const injuryCases: EditCase[] = [
  ...['B', 'G', 'I', 'L', 'O', 'T', 'U'].map((injury) => shows('479', `injury ${injury}`, beaten(injury), beaten('M'))),
  shows('479', 'major after minor', beaten('M', 'T'), beaten('N')),
  shows('479', 'with extortion', crimes(['210', '13B'], { typeInjury: ['B'] }), crimes(['210'], { typeInjury: ['B'] })),
  shows(
    '479',
    'with vandalism',
    crimes(['290', '13B'], { typeInjury: ['B'] }),
    crimes(['290', '13B'], { typeInjury: ['M'] }),
  ),
  shows('479', 'with kidnapping', beaten('B'), crimes(['13B', '100'], { typeInjury: ['B'] })),
  shows('479', 'after kidnapping', beaten('B'), crimes(['100', '13B'], { typeInjury: ['B'] })),
  shows('404', 'shot in a simple assault of 2020', beaten('G'), beaten('M'), olderPeriod),
  ...['11', '12', '13', '14', '15'].map((weapon) =>
    shows('486', `no firearm, and ${weapon}`, shot(['13A'], [['20']]), shot(['13A'], [[weapon]])),
  ),
  shows('486', 'two other weapons', shot(['13A'], [['20', '30']]), shot(['13A'], [['20', '12']])),
  shows(
    '486',
    'second injury',
    shot(['13A'], [['20']], { typeInjury: ['L', 'G'] }),
    shot(['13A'], [['20']], { typeInjury: ['L'] }),
  ),
  shows('486', 'two offenses', shot(['100', '13A'], [['40'], ['20']]), shot(['100', '13A'], [['40'], ['12']])),
  shows(
    '486',
    'a firearm in the offense of another',
    shotBesideKidnapping(['20'], ['12']),
    shotBesideKidnapping(['12'], ['40']),
  ),
  shows('486', 'beside vandalism', shot(['13A', '290'], [['20']]), shot(['13A', '290'], [['12']])),
  shows('221', 'no weapon', shot(['13A'], [[]]), shot(['13A'], [['12']])),
  shows('204', 'a weapon that is none', shot(['13A'], [['19']]), shot(['13A'], [['12']])),
  shows(
    '466',
    'an offense that is missing',
    shot(['13A'], [['20']], { connectedOffenseCodes: ['13A', '100'] }),
    shot(['13A'], [['12']]),
  ),
  shows(
    '404',
    'shot before 2025',
    shot(['13A'], [['20']]),
    shot(['13A'], [['20']], { typeInjury: ['L'] }),
    olderPeriod,
  ),
];

/** Somebody shot, and somebody else kidnapped, with these weapons. */
function shotBesideKidnapping(ofAssault: string[], ofKidnapping: string[]) {
  return crimes(
    ['13A', '100'],
    { typeInjury: ['G'], connectedOffenseCodes: ['13A'] },
    {
      offenses: [armed(...ofAssault), armed(...ofKidnapping)],
      victims: [{ victimSequenceNumber: '002', connectedOffenseCodes: ['100'] }],
    },
  );
}
