import type { Period, ReportKind } from '../nibrs/model/index.ts';

/** Stream of a Group A incident, a Group B arrest transaction, or an agency's zero report for a month. */
export function reportStream(kind: ReportKind, ori: string, number: string): string {
  return `${kind}#${ori}#${number}`;
}

export function submissionStream(id: string): string {
  return `submission#${id}`;
}

/** A transmission's id is `YYYY-MM#YYYY-NNN`: the period it sends, and the year of its series number and the number. */
export function transmissionStream(id: string): string {
  return `transmission#${id}`;
}

/** The series numbers given out in a calendar year. */
export function seriesStream(year: number): string {
  return `series#${year}`;
}

/** Index key of a month. */
export function agencyPeriod(ori: string, period: Period): string {
  return `${ori}#${period}`;
}
