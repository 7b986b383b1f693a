import { readHead } from '../nibrs/flatfile/read-segment.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { type Period, toPeriod } from '../nibrs/model/index.ts';

/** The month of submission in the head of a report's first record; undefined when what stands there is no month. */
export function periodOf(source: SourceReport): Period | undefined {
  const { month, year } = readHead(source.records[0]?.text ?? '');
  return toPeriod(year, month);
}
