import type { OffenderSegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes, offendersWith, unknownOffender } from './incidents.ts';

const nobodyArrested = { arrestees: [] };
const offenders = (...overrides: Partial<OffenderSegment>[]) =>
  incident({ ...nobodyArrested, ...offendersWith(overrides) });
const unknown = (overrides: Partial<OffenderSegment>) => offenders({ ...unknownOffender, ...overrides });

const second = { offenderSequenceNumber: '02' };
const twice = incident({
  ...nobodyArrested,
  ...offendersWith([{}, {}]),
  offenders: [{}, second, { ...second, ageOfOffender: '40' }],
});

/** Two offenders to whom the victim is related as 01 and 02, or as 01 alone. */
const confused = (number: string, relatedTo: readonly Partial<OffenderSegment>[] = [{}, {}]) =>
  incident({
    ...nobodyArrested,
    ...offendersWith(relatedTo),
    offenders: [{}, { offenderSequenceNumber: number }],
  });

const unknownOf11D = {
  offenders: [unknownOffender],
  victims: (crimes['11D'].victims ?? []).map((victim) => ({
    ...victim,
    relationships: [{ offenderNumber: '00', relationship: undefined }],
  })),
};

export const offenderNumberCases: EditCase[] = [
  shows('551', 'offender 02 counted as another 01', confused('01'), offenders({}, {})),
  shows('555', 'offender 02 counted as 00', confused('00'), offenders({}, {})),
  shows('551', 'offender 02 twice', twice, offenders({}, {}, { ageOfOffender: '40' })),
  shows('551', 'offender 01 sent twice', confused('01', [{}]), offenders({})),
  shows('552', 'an age of offender 00', unknown({ ageOfOffender: '30' }), unknown({})),
  shows('552', 'a sex of offender 00', unknown({ sexOfOffender: 'M' }), unknown({})),
  shows('552', 'a race of offender 00', unknown({ raceOfOffender: 'W' }), unknown({})),
  shows('552', 'an ethnicity of offender 00', unknown({ ethnicityOfOffender: 'U' }), unknown({})),
  shows(
    '552',
    'everything unknown',
    unknown({ ageOfOffender: '00', sexOfOffender: 'U', raceOfOffender: 'U' }),
    offenders({ ageOfOffender: '00', raceOfOffender: 'U' }),
  ),
  ...['   3', '253', '3020', '0020', '7', '01', '10', '99', '0199'].map((ageOfOffender) =>
    shows(
      '552',
      `offender 00 has the age ${ageOfOffender}, which is wrong or rare as well`,
      unknown({ ageOfOffender }),
      unknown({}),
    ),
  ),
  shows(
    '552',
    'a thief of two',
    incident({ ...crimes['23C'], offenders: [{ ...unknownOffender, ageOfOffender: '02' }] }),
    incident({ ...crimes['23C'], offenders: [unknownOffender] }),
  ),
  shows(
    '552',
    'offender 00 has an age that is rare for the offense',
    incident({ ...crimes['11D'], ...unknownOf11D, offenders: [{ ...unknownOffender, ageOfOffender: '12' }] }),
    incident({ ...crimes['11D'], ...unknownOf11D }),
  ),
  shows('552', 'offender 00 has a race of no list', unknown({ raceOfOffender: 'M' }), unknown({})),
  shows('555', 'beside another', offenders({}, unknownOffender), offenders({}, {})),
  shows('555', 'before another', offenders(unknownOffender, { offenderSequenceNumber: '01' }), offenders({}, {})),
  shows(
    '555',
    'with the age of somebody',
    offenders({}, { ...unknownOffender, ageOfOffender: '30' }),
    offenders({}, { ageOfOffender: '30' }),
  ),
  shows(
    '555',
    '00 twice',
    incident({ ...nobodyArrested, ...offendersWith([unknownOffender]), offenders: [unknownOffender, unknownOffender] }),
    offenders(unknownOffender),
  ),
];
