import { field, group, incidentHeader, repeated, type SegmentLayout } from '../layout.ts';

/** Level 4 (specification 3.3.5). 129 without the officer elements 25A–25C, 141 with them. */
export const victim: SegmentLayout = {
  level: '4',
  name: 'victim',
  lengths: [
    { line: 129, stated: '0129' },
    { line: 141, stated: '0141' },
  ],
  fields: [
    ...incidentHeader,
    field('victimSequenceNumber', '23', 'Victim sequence number', 38, 3),
    repeated('connectedOffenseCodes', '24', 'Victim connected to UCR offense code', 41, 3, 10),
    field('typeOfVictim', '25', 'Type of victim', 71, 1),
    field('ageOfVictim', '26', 'Age of victim', 72, 4),
    field('sexOfVictim', '27', 'Sex of victim', 76, 1),
    field('raceOfVictim', '28', 'Race of victim', 77, 1),
    field('ethnicityOfVictim', '29', 'Ethnicity of victim', 78, 1),
    field('residentStatusOfVictim', '30', 'Resident status of victim', 79, 1),
    repeated('assaultHomicideCircumstances', '31', 'Aggravated assault/homicide circumstances', 80, 2, 2),
    field('justifiableHomicideCircumstance', '32', 'Additional justifiable homicide circumstances', 84, 1),
    repeated('typeInjury', '33', 'Type injury', 85, 1, 5),
    ...group('relationships', 10, 4, [
      {
        name: 'relatedOffenderNumber',
        member: 'offenderNumber',
        element: '34',
        label: 'Offender number to be related',
        start: 90,
        length: 2,
      },
      {
        name: 'relationshipToOffender',
        member: 'relationship',
        element: '35',
        label: 'Relationship of victim to offender',
        start: 92,
        length: 2,
      },
    ]),
    field('officerActivityCircumstance', '25A', 'Type of officer activity/circumstance', 130, 2),
    field('officerAssignmentType', '25B', 'Officer assignment type', 132, 1),
    field('officerOriOtherJurisdiction', '25C', 'Officer ORI, other jurisdiction', 133, 9),
  ],
};
