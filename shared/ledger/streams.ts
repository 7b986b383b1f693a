import type { Period, ReportKind } from '../nibrs/model/index.ts';

/**
 * Stream of everything that an agency reports under a number, incident or Group B arrest, since no number may be used for
 * both; or of an agency's zero report for a month.
 */
export function reportStream(kind: ReportKind, ori: string, number: string): string {
  return kind === 'zero' ? `zero#${ori}#${number}` : `report#${ori}#${number}`;
}

/** What kind of report is this part of a stream: in one of a number, the incident has no name and each arrestee has. */
export function kindOfPart(stream: string, part: string): ReportKind {
  if (stream.startsWith('zero#')) return 'zero';
  return part === '' ? 'incident' : 'arrest';
}

export function submissionStream(id: string): string {
  return `submission#${id}`;
}

/** What became of the warnings that a submission drew, in the eyes of those who looked at them. */
export function warningsStream(submission: string): string {
  return `warnings#${submission}`;
}

/** A transmission's id is `YYYY-MM#YYYY-NNN`: the period it sends, and the year of its series number and the number. */
export function transmissionStream(id: string): string {
  return `transmission#${id}`;
}

/** What an agency's part of a transmission says, told apart by the part's SHA-256 in case it was built twice. */
export function partStream(transmission: string, { ori, sha256 }: { ori: string; sha256: string }): string {
  return `part#${transmission}#${ori}#${sha256}`;
}

/** The series numbers given out in a calendar year. */
export function seriesStream(year: number): string {
  return `series#${year}`;
}

/** Who read or counted state elements in a calendar month, `YYYY-MM`. */
export function accessStream(month: Period): string {
  return `access#${month}`;
}

/** Index key of a month. */
export function agencyPeriod(ori: string, period: Period): string {
  return `${ori}#${period}`;
}

/** What is known of an agency. */
export function agencyStream(ori: string): string {
  return `agency#${ori}`;
}

/** Index key of all agencies. */
export const agenciesKey = 'agencies';

/** Index key of what became of the files of a month. */
export function submissionsKey(period: Period): string {
  return `submissions#${period}`;
}

/** Index key of the files that were opened in a calendar month, `YYYY-MM`. */
export function uploadsKey(month: Period): string {
  return `uploads#${month}`;
}
