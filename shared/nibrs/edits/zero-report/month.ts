import { type Period, toPeriod, type ZeroReportSegment } from '../../model/index.ts';

/** The month that a zero report speaks of; `undefined` when its month (090) or year (091) cannot be read. */
export function monthSpokenOf({ zeroReportMonth = '', zeroReportYear = '' }: ZeroReportSegment): Period | undefined {
  return toPeriod(zeroReportYear, zeroReportMonth);
}
