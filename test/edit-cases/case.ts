import type { EditContext } from '../../shared/nibrs/edits/index.ts';
import type { SourceReport } from '../../shared/nibrs/flatfile/record.ts';
import { linesOf, readReport } from '../reports.ts';

/** One edit shown at work. */
export interface EditCase {
  code: string;
  /** What is special about the pair. */
  about: string;
  /** A report with this finding and no other but those of `alongside`. */
  hit: SourceReport;
  /** The numbers that the same fault has on other segments. */
  alongside?: readonly string[];
  /** A report as close to it as can be, without any finding. */
  miss: SourceReport;
  /** Where they differ from `editContext`. */
  context?: Partial<EditContext>;
}

export const editContext: EditContext = { period: '2026-10', today: '20261122', stateCode: 'MO' };

/** Before the 2023.0 edition, whose end some codes did not outlive. */
export const olderPeriod = { period: '2020-12' };

export const federalAgency: Partial<EditContext> = { agencies: () => ({ kind: 'federal' }) };

/** May report what federal agencies report, and need not state a judicial district. */
export const tribalAgency: Partial<EditContext> = { agencies: () => ({ kind: 'tribal' }) };

export function shows(
  code: string,
  about: string,
  hit: SourceReport,
  miss: SourceReport,
  context: Partial<EditContext> = {},
): EditCase {
  return { code, about, hit, miss, context };
}

/** The report with another stated length in one record. */
export function withLength(report: SourceReport, record: number, length: string): SourceReport {
  return withLine(report, record, (line) => length + line.slice(4));
}

/** The report with the line of one record changed. */
export function withLine(report: SourceReport, record: number, change: (line: string) => string): SourceReport {
  return readReport(linesOf(report).map((line, index) => (index + 1 === record ? change(line) : line)));
}
