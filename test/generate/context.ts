import type { Level, SegmentHeader } from '../../shared/nibrs/model/index.ts';
import type { Offenses } from './scenarios.ts';

/** What the segments of one report have in common. */
export interface ReportContext {
  ori: string;
  /** `YYYY-MM`: the month of submission, in which everything of the report happens. */
  period: string;
  /** Incident or arrest transaction number. */
  number: string;
  offenses: Offenses;
}

/** The head of a segment in its newest form. */
export function header<L extends Level>(
  level: L,
  segmentLength: string,
  action: string,
  { ori, period }: Pick<ReportContext, 'ori' | 'period'>,
): SegmentHeader & { level: L } {
  const [submissionYear, submissionMonth] = period.split('-');
  return { level, segmentLength, action, submissionMonth, submissionYear, cityIndicator: undefined, ori };
}

/** `YYYYMMDD` of a day of the month of submission. */
export function dateOf({ period }: ReportContext, day: number): string {
  return `${period.replace('-', '')}${twoDigits(day)}`;
}

export function lastDayOf({ period }: ReportContext): number {
  const [year, month] = period.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Element 1A: the judicial district, which federal agencies state. */
export function districtOf({ offenses }: ReportContext): string | undefined {
  return offenses === 'federal' ? '001' : undefined;
}
