import { type EditCase, shows } from '../case.ts';
import { crime, kidnapping, offenseOf, victimOf } from './crimes.ts';

/** Every pair of offenses that no victim can have together. */
const excluded: readonly [string, string][] = [
  ...pairs('09A', '09B 13A 13B 13C'),
  ...pairs('09B', '13A 13B 13C'),
  ...pairs('11A', '11D 13A 13B 13C 36A 36B'),
  ...pairs('11B', '11D 13A 13B 13C 36A 36B'),
  ...pairs('11C', '11D 13A 13B 13C 36A 36B'),
  ...pairs('11D', '13B 13C 36A 36B'),
  ...pairs('120', '13A 13B 13C 23A 23B 23C 23D 23E 23F 23G 23H 240'),
  ...pairs('13A', '13B 13C'),
  ...pairs('13B', '13C'),
];

export const connectedOffenseCases: EditCase[] = [
  shows(
    '466',
    'an offense that is not there',
    crime(['13A'], { victims: [victimOf(['13A', '36B'], { ageOfVictim: '15' })] }),
    crime(['13A', '36B'], { victims: [victimOf(['13A', '36B'])] }),
  ),
  shows(
    '466',
    'an offense that is not there, of the second victim',
    crime(['13B'], { victims: [victimOf(['13B']), second(['13B', '100'])] }),
    crime(['13B'], { victims: [victimOf(['13B']), second(['13B'])] }),
  ),
  // One slip of the pen breaks two rules; the other one tells it.
  shows(
    '065',
    'a victim of another offense than the one reported',
    crime(['13B'], { victims: [victimOf(['13C'])] }),
    crime(['13C'], { victims: [victimOf(['13C'])] }),
  ),
  shows('075', 'a victim of an offense, and no offense', crime(['13B'], { offenses: [] }), crime(['13B'])),
  shows(
    '204',
    'a victim of an offense that cannot be read',
    crime(['13B', '100'], {
      offenses: [offenseOf('13B'), offenseOf('100', { offenseCode: '10X', weapons: [], criminalActivityGang: [] })],
      victims: [victimOf(['13B', '100'])],
    }),
    crime(['13B'], { victims: [victimOf(['13B'])] }),
  ),
  ...excluded.flatMap(([a, b]) => [
    shows('478', `${a} and ${b}`, crime([a, b]), apart(a, b)),
    shows('478', `${b} and ${a}`, crime([b, a]), apart(b, a)),
  ]),
  shows('478', 'rape and aggravated assault', crime(['11A', '13A']), crime(['11D', '13A'])),
  shows('478', 'sodomy and rape by a relative', crime(['36A', '11A']), crime(['36A', '100'], kidnapping)),
  shows('478', 'rape and criminal sexual contact', crime(['11A', '11D']), crime(['11A', '11B', '11C'])),
  shows('478', 'the third of three', crime(['100', '11A', '13B'], kidnapping), crime(['100', '11A'], kidnapping)),
  shows(
    '478',
    'a part that is no offense of the incident',
    crime(['120'], { victims: [victimOf(['120', '13B'])] }),
    crime(['120'], { victims: [victimOf(['120'])] }),
  ),
  // The exclusion of everything else by justifiable homicide is told of the offenses.
  shows('266', 'justifiable homicide and vandalism', justifiedHomicide('290'), justifiedHomicide()),
];

/** A criminal killed, connected to this offense too. */
function justifiedHomicide(...others: string[]) {
  const codes = ['09C', ...others];
  return crime(codes, {
    properties: others.map(() => ({ typePropertyLoss: '4' })),
    victims: [victimOf(codes, { assaultHomicideCircumstances: ['20'], justifiableHomicideCircumstance: 'C' })],
  });
}

/** The two offenses done to a victim each. */
function apart(a: string, b: string) {
  return crime([a, b], { victims: [victimOf([a]), second([b])] });
}

function second(codes: string[]) {
  return victimOf(codes, { victimSequenceNumber: '002' });
}

function pairs(offense: string, others: string): [string, string][] {
  return others.split(' ').map((other) => [offense, other]);
}
