import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, olderPeriod, shows } from '../case.ts';
import { type Crime, crimesAgainst } from '../incidents.ts';
import { weapons } from '../segments.ts';

const beaten = (...typeInjury: string[]) => crimesAgainst(['13B'], { typeInjury });

const armed = (offenseCode: string, ...texts: string[]) => ({ offenseCode, weapons: weapons(...texts) });

/** Shot, as it says, in offenses with these weapons. */
const shot = (offenses: Crime[], victim: Partial<VictimSegment> = {}) =>
  crimesAgainst(offenses, { typeInjury: ['G'], ...victim });

export const injuryCases: EditCase[] = [
  ...['B', 'G', 'I', 'L', 'O', 'T', 'U'].map((injury) => shows('479', `injury ${injury}`, beaten(injury), beaten('M'))),
  shows('479', 'a major injury after a minor one', beaten('M', 'T'), beaten('N')),
  shows(
    '479',
    'a broken bone of a simple assault beside extortion',
    crimesAgainst(['210', '13B'], { typeInjury: ['B'] }),
    crimesAgainst(['210'], { typeInjury: ['B'] }),
  ),
  shows(
    '479',
    'a broken bone beside vandalism',
    crimesAgainst(['290', '13B'], { typeInjury: ['B'] }),
    crimesAgainst(['290', '13B'], { typeInjury: ['M'] }),
  ),
  shows(
    '479',
    'a broken bone, unless kidnapped as well',
    beaten('B'),
    crimesAgainst(['13B', '100'], { typeInjury: ['B'] }),
  ),
  shows(
    '479',
    'a broken bone, unless kidnapped before',
    beaten('B'),
    crimesAgainst(['100', '13B'], { typeInjury: ['B'] }),
  ),
  shows('404', 'shot in a simple assault of 2020', beaten('G'), beaten('M'), olderPeriod),
  ...['11', '12', '13', '14', '15'].map((weapon) =>
    shows('486', `shot with a knife, not with ${weapon}`, shot([armed('13A', '20')]), shot([armed('13A', weapon)])),
  ),
  shows('486', 'shot with a knife and a club', shot([armed('13A', '20', '30')]), shot([armed('13A', '20', '12')])),
  shows(
    '486',
    'shot, as the second injury',
    shot([armed('13A', '20')], { typeInjury: ['L', 'G'] }),
    shot([armed('13A', '20')], { typeInjury: ['L'] }),
  ),
  shows(
    '486',
    'shot without firearm in two offenses',
    shot([armed('100', '40'), armed('13A', '20')]),
    shot([armed('100', '40'), armed('13A', '12')]),
  ),
  shows(
    '486',
    'a firearm in the offense of another',
    shotBesideKidnapping('20', '12'),
    shotBesideKidnapping('12', '40'),
  ),
  shows(
    '486',
    'shot with a knife, beside vandalism',
    shot([armed('13A', '20'), '290']),
    shot([armed('13A', '12'), '290']),
  ),
  shows('221', 'shot with no weapon', shot([armed('13A')]), shot([armed('13A', '12')])),
  shows('204', 'shot with a weapon that is none', shot([armed('13A', '19')]), shot([armed('13A', '12')])),
  shows(
    '466',
    'shot in an offense that is missing',
    shot([armed('13A', '20')], { connectedOffenseCodes: ['13A', '100'] }),
    shot([armed('13A', '12')]),
  ),
  shows(
    '404',
    'shot before 2025',
    shot([armed('13A', '20')]),
    shot([armed('13A', '20')], { typeInjury: ['L'] }),
    olderPeriod,
  ),
];

/** Somebody shot, and somebody else kidnapped, with these weapons. */
function shotBesideKidnapping(ofAssault: string, ofKidnapping: string) {
  return crimesAgainst(
    [armed('13A', ofAssault), armed('100', ofKidnapping)],
    { typeInjury: ['G'], connectedOffenseCodes: ['13A'] },
    { connectedOffenseCodes: ['100'] },
  );
}
