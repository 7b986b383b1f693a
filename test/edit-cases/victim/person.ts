import { type EditCase, shows } from '../case.ts';
import { crimes, crimesAgainst } from '../incidents.ts';
import { related } from '../segments.ts';

/** A victim of 13C of an age, and married to the offender. */
const spouse = (ageOfVictim: string) => crimesAgainst(['13C'], { ageOfVictim, relationships: related('SE') });

const child = (ageOfVictim: string) => crimesAgainst(['13C'], { ageOfVictim, relationships: related('ST') });

const secondSpouse = (ageOfVictim: string, relationship: string) =>
  crimes(['13C'], { victims: [{ ageOfVictim, relationships: related('ST', relationship) }], offenders: [{}, {}] });

const seduced = (ageOfVictim: string) => crimesAgainst(['36B'], { ageOfVictim });

export const victimPersonCases: EditCase[] = [
  ...['12', 'NN', 'NB', 'BB', '1013', '01'].map((age) => shows('450', `spouse of ${age}`, spouse(age), child(age))),
  shows('450', 'spouse of twelve on average', spouse('1213'), spouse('00')),
  shows('450', 'spouse of the second offender', secondSpouse('12', 'SE'), secondSpouse('12', 'AQ')),
  ...['11A', '36B'].map((code) =>
    shows(
      '469',
      `sex unknown of ${code}`,
      crimesAgainst([code], { sexOfVictim: 'U' }),
      crimesAgainst([code], { sexOfVictim: 'M' }),
    ),
  ),
  shows(
    '469',
    'sex unknown of others',
    crimesAgainst(['11A'], { sexOfVictim: 'U' }),
    crimesAgainst(['11B'], { sexOfVictim: 'U' }),
  ),
  shows(
    '469',
    'sex unknown of the second offense',
    crimesAgainst(['100', '11A'], { sexOfVictim: 'U' }),
    crimes(['100', '11A']),
  ),
  shows('481', 'aged eighteen', seduced('18'), seduced('17')),
  shows('481', 'aged eighteen on average', seduced('1720'), seduced('1619')),
  shows('481', 'over 98', seduced('99'), seduced('00')),
  shows('481', 'aged eighteen, not of incest', seduced('18'), crimesAgainst(['36A'], { ageOfVictim: '18' })),
];
