import { field, incidentHeader, type SegmentLayout } from '../layout.ts';

/**
 * Level 1 (specification 3.3.2). 87 without cargo theft, 88 with it; federal agencies add the judicial district in
 * 89–91 but still state 0088. Positions 58–87 once held offense codes; they are read over and written blank.
 */
export const administrative: SegmentLayout = {
  level: '1',
  name: 'administrative',
  lengths: [
    { line: 87, stated: '0087' },
    { line: 88, stated: '0088' },
    { line: 91, stated: '0088' },
  ],
  fields: [
    ...incidentHeader,
    field('incidentDate', '3', 'Incident date', 38, 8),
    field('reportDateIndicator', '3-report', 'Report date indicator', 46, 1),
    field('incidentHour', '3-hour', 'Incident hour', 47, 2),
    field('clearedExceptionally', '4', 'Cleared exceptionally', 49, 1),
    field('exceptionalClearanceDate', '5', 'Exceptional clearance date', 50, 8),
    field('cargoTheft', '2A', 'Cargo theft', 88, 1),
    field('federalJudicialDistrict', '1A', 'Federal judicial district', 89, 3),
  ],
};
