import { field, incidentHeader, type SegmentLayout } from '../layout.ts';

/** Level 0 (specification 3.3.8). */
export const zeroReport: SegmentLayout = {
  level: '0',
  name: 'zero report',
  lengths: [{ line: 43, stated: '0043' }],
  fields: [
    ...incidentHeader,
    field('zeroReportMonth', 'ZeroMonth', 'Zero report month', 38, 2),
    field('zeroReportYear', 'ZeroYear', 'Zero report year', 40, 4),
  ],
};
