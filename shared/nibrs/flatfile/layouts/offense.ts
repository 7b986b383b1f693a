import { field, group, incidentHeader, repeated, type SegmentLayout } from '../layout.ts';

/** Level 2 (specification 3.3.3). 63 with one bias motivation, 71 with five. */
export const offense: SegmentLayout = {
  level: '2',
  name: 'offense',
  lengths: [
    { line: 63, stated: '0063' },
    { line: 71, stated: '0071' },
  ],
  fields: [
    ...incidentHeader,
    field('offenseCode', '6', 'UCR offense code', 38, 3),
    field('attemptedCompleted', '7', 'Offense attempted/completed', 41, 1),
    repeated('offenderSuspectedOfUsing', '8', 'Offender suspected of using', 42, 1, 3),
    field('locationType', '9', 'Location type', 45, 2),
    field('numberOfPremisesEntered', '10', 'Number of premises entered', 47, 2),
    field('methodOfEntry', '11', 'Method of entry', 49, 1),
    repeated('criminalActivityGang', '12', 'Type criminal activity/gang information', 50, 1, 3),
    ...group('weapons', 3, 3, [
      { name: 'weapon', member: 'weapon', element: '13', label: 'Type weapon/force involved', start: 53, length: 2 },
      {
        name: 'automatic',
        member: 'automatic',
        element: '13-auto',
        label: 'Automatic weapon indicator',
        start: 55,
        length: 1,
      },
    ]),
    repeated('biasMotivation', '8A', 'Bias motivation', 62, 2, 5),
  ],
};
