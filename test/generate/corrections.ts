import { deletionOf, segmentsOf, toFederalReport } from '../../shared/nibrs/flatfile/federal.ts';
import { twoDigits } from './context.ts';
import type { GeneratedReport } from './reports.ts';

/** The deletion of a report, as an agency sends it in the same month. */
export function deleted({ report }: GeneratedReport): GeneratedReport {
  const federal = toFederalReport(report);
  const [first] = report.segments;
  if (!federal || !first) throw new RangeError('Only a whole report can be deleted');
  const segments = segmentsOf(deletionOf(federal, `${first.submissionYear}-${first.submissionMonth}`));
  return { report: { ...report, action: 'D', segments } };
}

/** The correction of an incident, as an agency sends it: the deletion, then the incident once more with another hour. */
export function corrected(generated: GeneratedReport): [deletion: GeneratedReport, correction: GeneratedReport] {
  const correction = structuredClone(generated);
  for (const segment of correction.report.segments) {
    if (segment.level === '1') segment.incidentHour = twoDigits((Number(segment.incidentHour ?? 0) + 1) % 24);
  }
  return [deleted(generated), correction];
}

/** The report with these values on all of its segments that have them. */
export function changed<T extends GeneratedReport>(generated: T, values: Record<string, string | undefined>): T {
  const copy = structuredClone(generated);
  for (const segment of copy.report.segments) {
    for (const [name, value] of Object.entries(values)) if (name in segment) Object.assign(segment, { [name]: value });
  }
  return copy;
}

/** A file of reports submitted in September 2026, submitted in October. */
export function inOctober(file: string): string {
  return file.replaceAll(/^(.{6})092026/gm, '$1102026');
}
