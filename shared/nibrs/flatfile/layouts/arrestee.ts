import { field, group, incidentHeader, type SegmentLayout } from '../layout.ts';

/** Level 6 (specification 3.3.7). Positions 80–110 once held clearance data; they are read over and written blank. */
export const arrestee: SegmentLayout = {
  level: '6',
  name: 'arrestee',
  lengths: [{ line: 110, stated: '0110' }],
  fields: [
    ...incidentHeader,
    field('arresteeSequenceNumber', '40', 'Arrestee sequence number', 38, 2),
    field('arrestTransactionNumber', '41', 'Arrest transaction number', 40, 12),
    field('arrestDate', '42', 'Arrest date', 52, 8),
    field('typeOfArrest', '43', 'Type of arrest', 60, 1),
    field('multipleArresteeIndicator', '44', 'Multiple arrestee segments indicator', 61, 1),
    field('arrestOffenseCode', '45', 'UCR arrest offense code', 62, 3),
    ...group('armedWith', 2, 3, [
      { name: 'weapon', member: 'weapon', element: '46', label: 'Arrestee was armed with', start: 65, length: 2 },
      {
        name: 'automatic',
        member: 'automatic',
        element: '46-auto',
        label: 'Automatic weapon indicator',
        start: 67,
        length: 1,
      },
    ]),
    field('ageOfArrestee', '47', 'Age of arrestee', 71, 4),
    field('sexOfArrestee', '48', 'Sex of arrestee', 75, 1),
    field('raceOfArrestee', '49', 'Race of arrestee', 76, 1),
    field('ethnicityOfArrestee', '50', 'Ethnicity of arrestee', 77, 1),
    field('residentStatusOfArrestee', '51', 'Resident status of arrestee', 78, 1),
    field('dispositionUnder18', '52', 'Disposition of arrestee under 18', 79, 1),
  ],
};
