import { type EditCase, shows } from '../case.ts';
import { crimes, crimesAgainst } from '../incidents.ts';

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
    crimesAgainst(['13A'], { connectedOffenseCodes: ['13A', '36B'] }),
    crimes(['13A', '36B']),
  ),
  shows(
    '466',
    'an offense that is not there, of the second victim',
    crimesAgainst(['13B'], {}, { connectedOffenseCodes: ['13B', '100'] }),
    crimesAgainst(['13B'], {}, {}),
  ),
  // One slip of the pen breaks two rules; the other one tells it.
  shows(
    '065',
    'a victim of another offense than the one reported',
    crimesAgainst(['13B'], { connectedOffenseCodes: ['13C'] }),
    crimes(['13C']),
  ),
  shows(
    '075',
    'a victim of an offense, and no offense',
    crimesAgainst([], { connectedOffenseCodes: ['13B'] }),
    crimes(['13B']),
  ),
  shows(
    '204',
    'a victim of an offense that cannot be read',
    crimesAgainst(['13B', { offenseCode: '10X' }], { connectedOffenseCodes: ['13B', '100'] }),
    crimes(['13B']),
  ),
  ...excluded.flatMap(([a, b]) => [
    shows('478', `${a} and ${b}`, crimes([a, b]), apart(a, b)),
    shows('478', `${b} and ${a}`, crimes([b, a]), apart(b, a)),
  ]),
  shows('478', 'rape and aggravated assault', crimes(['11A', '13A']), crimes(['11D', '13A'])),
  shows('478', 'sodomy and rape by a relative', crimes(['36A', '11A']), crimes(['36A', '100'])),
  shows('478', 'rape and criminal sexual contact', crimes(['11A', '11D']), crimes(['11A', '11B', '11C'])),
  shows('478', 'the third of three', crimes(['100', '11A', '13B']), crimes(['100', '11A'])),
  shows(
    '478',
    'a part that is no offense of the incident',
    crimesAgainst(['120'], { connectedOffenseCodes: ['120', '13B'] }),
    crimes(['120']),
  ),
];

/** The two offenses done to a victim each. */
function apart(a: string, b: string) {
  return crimesAgainst([a, b], { connectedOffenseCodes: [a] }, { connectedOffenseCodes: [b] });
}

function pairs(offense: string, others: string): [string, string][] {
  return others.split(' ').map((other) => [offense, other]);
}
