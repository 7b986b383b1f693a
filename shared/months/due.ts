import { monthAfter, type Period } from '../nibrs/model/index.ts';

/** When agencies have to report, as the state has set it. */
export interface DueDay {
  /** Day of the next month by whose end a month has to be reported. */
  dueDay: number;
}

const dayMillis = 24 * 60 * 60 * 1000;

/** The day by whose end (UTC) a month has to be reported, YYYY-MM-DD; the last of the month where it is a shorter one. */
export function dueDate(period: Period, { dueDay }: DueDay): string {
  const next = monthAfter(period);
  const [year = 0, month = 0] = next.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${next}-${String(Math.min(dueDay, days)).padStart(2, '0')}`;
}

/** Whole days from one day to another, both YYYY-MM-DD or a time that begins so; negative when the other is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMillis);
}

/** How many days late a month was, or is, reported; 0 when it is in time, `at` being when it was reported or now. */
export function daysLate(period: Period, at: string, due: DueDay): number {
  return Math.max(0, daysBetween(dueDate(period, due), at));
}
