import { field, incidentHeader, type SegmentLayout } from '../layout.ts';

/** Level 5 (specification 3.3.6). 45 without ethnicity, 46 with it. */
export const offender: SegmentLayout = {
  level: '5',
  name: 'offender',
  lengths: [
    { line: 45, stated: '0045' },
    { line: 46, stated: '0046' },
  ],
  fields: [
    ...incidentHeader,
    field('offenderSequenceNumber', '36', 'Offender sequence number', 38, 2),
    field('ageOfOffender', '37', 'Age of offender', 40, 4),
    field('sexOfOffender', '38', 'Sex of offender', 44, 1),
    field('raceOfOffender', '39', 'Race of offender', 45, 1),
    field('ethnicityOfOffender', '39A', 'Ethnicity of offender', 46, 1),
  ],
};
