import { field, group, header, type SegmentLayout } from '../layout.ts';

/** Level 7 (specification 3.3.7). Federal agencies add the judicial district in 67–69 but still state 0066. */
export const groupBArrest: SegmentLayout = {
  level: '7',
  name: 'Group B arrest',
  lengths: [
    { line: 66, stated: '0066' },
    { line: 69, stated: '0066' },
  ],
  fields: [
    ...header,
    field('arrestTransactionNumber', '41', 'Arrest transaction number', 26, 12),
    field('arresteeSequenceNumber', '40', 'Arrestee sequence number', 38, 2),
    field('arrestDate', '42', 'Arrest date', 40, 8),
    field('typeOfArrest', '43', 'Type of arrest', 48, 1),
    field('arrestOffenseCode', '45', 'UCR arrest offense code', 49, 3),
    ...group('armedWith', 2, 3, [
      { name: 'weapon', member: 'weapon', element: '46', label: 'Arrestee was armed with', start: 52, length: 2 },
      {
        name: 'automatic',
        member: 'automatic',
        element: '46-auto',
        label: 'Automatic weapon indicator',
        start: 54,
        length: 1,
      },
    ]),
    field('ageOfArrestee', '47', 'Age of arrestee', 58, 4),
    field('sexOfArrestee', '48', 'Sex of arrestee', 62, 1),
    field('raceOfArrestee', '49', 'Race of arrestee', 63, 1),
    field('ethnicityOfArrestee', '50', 'Ethnicity of arrestee', 64, 1),
    field('residentStatusOfArrestee', '51', 'Resident status of arrestee', 65, 1),
    field('dispositionUnder18', '52', 'Disposition of arrestee under 18', 66, 1),
    field('federalJudicialDistrict', '1A', 'Federal judicial district', 67, 3),
  ],
};
