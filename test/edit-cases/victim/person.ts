import type { SourceReport } from '../../../shared/nibrs/flatfile/record.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes } from '../incidents.ts';

/** A victim of 13C of an age, and married to the offender. */
const spouse = (ageOfVictim: string) =>
  crimes(['13C'], { ageOfVictim, relationships: [{ offenderNumber: '01', relationship: 'SE' }] });

const child = (ageOfVictim: string) =>
  crimes(['13C'], { ageOfVictim, relationships: [{ offenderNumber: '01', relationship: 'ST' }] });

const secondSpouse = (ageOfVictim: string, relationship: string): SourceReport =>
  crimes(
    ['13C'],
    {
      ageOfVictim,
      relationships: [
        { offenderNumber: '01', relationship: 'ST' },
        { offenderNumber: '02', relationship },
      ],
    },
    { offenders: [{}, { offenderSequenceNumber: '02' }] },
  );

const seduced = (ageOfVictim: string) => crimes(['36B'], { ageOfVictim });

export const victimPersonCases: EditCase[] = [
  ...['12', 'NN', 'NB', 'BB', '1013', '01'].map((age) => shows('450', `spouse of ${age}`, spouse(age), child(age))),
  shows('450', 'average of a range', spouse('1213'), spouse('0000'.slice(2))),
  shows('450', 'spouse of the second offender', secondSpouse('12', 'SE'), secondSpouse('12', 'AQ')),
  ...['11A', '36B'].map((code) =>
    shows('469', `sex unknown of ${code}`, crimes([code], { sexOfVictim: 'U' }), crimes([code], { sexOfVictim: 'M' })),
  ),
  shows('469', 'sex unknown of others', crimes(['11A'], { sexOfVictim: 'U' }), crimes(['11B'], { sexOfVictim: 'U' })),
  shows('469', 'the second offense', crimes(['100', '11A'], { sexOfVictim: 'U' }), crimes(['100', '11A'])),
  shows('481', 'eighteen', seduced('18'), seduced('17')),
  shows('481', 'eighteen on average', seduced('1720'), seduced('1619')),
  shows('481', 'over 98', seduced('99'), seduced('00')),
  shows('481', 'eighteen', seduced('18'), crimes(['36A'], { ageOfVictim: '18' })),
];
