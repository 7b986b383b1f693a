import type { SourceReport } from './record.ts';
import { ReportGrouper } from './reports.ts';

/**
 * The report that stands in these lines of a flat file, without line ends. For a report that is at hand by itself; files
 * are read as streams. Throws `RangeError` when the lines are none, or more than one report.
 */
export function readReport(lines: readonly string[], stateLevels: ReadonlySet<string> = new Set()): SourceReport {
  const grouper = new ReportGrouper({ stateLevels });
  let offset = 0;
  const reports = lines.map((text, index) => {
    const record = { number: index + 1, offset, size: text.length + 1, text };
    offset += record.size;
    return grouper.push(record);
  });
  const [report, ...others] = [...reports, grouper.end()].filter((found) => found !== undefined);
  if (report === undefined || others.length > 0) throw new RangeError('These lines are not one report.');
  return report;
}
