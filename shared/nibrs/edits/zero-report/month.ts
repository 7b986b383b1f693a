import type { Period, ZeroReportSegment } from '../../model/index.ts';
import { isMonth } from '../header.ts';

/** The month that a zero report speaks of; `undefined` when its month (090) or year (091) cannot be read. */
export function monthSpokenOf({ zeroReportMonth = '', zeroReportYear = '' }: ZeroReportSegment): Period | undefined {
  return isMonth(zeroReportMonth) && isYear(zeroReportYear) ? `${zeroReportYear}-${zeroReportMonth}` : undefined;
}

/** True for four digits. */
export function isYear(value: string): boolean {
  return /^\d{4}$/.test(value);
}
