import type { SubmittedReport } from '../nibrs/model/index.ts';
import type { Described } from './declaration.ts';

/** One incident or person of a report: the person's sequence number, undefined for the incident itself. */
export type Subject = string | undefined;

/** What a report has of the kind that an element describes. A zero report has nothing. */
export function subjectsOf(report: SubmittedReport, described: Described): Subject[] {
  if (described === 'incident') return report.kind === 'incident' && report.segments.length > 0 ? [undefined] : [];
  return report.segments.flatMap((segment) =>
    segment.level === '6' || segment.level === '7' ? [segment.arresteeSequenceNumber ?? ''] : [],
  );
}
