import { z } from 'zod';
import { type Action, actions } from './messages.ts';

/** Times that return every month: a minute of an hour, in UTC, of some of its days. */
const monthlyTimes = z.object({
  /** Ascending, up to 28, which every month has. */
  days: z.array(z.int().min(1).max(28)).min(1).readonly(),
  hour: z.int().min(0).max(23),
  minute: z.int().min(0).max(59),
});
export type MonthlyTimes = z.infer<typeof monthlyTimes>;

/** When each thing of the calendar is done. */
export const calendar = z.record(z.enum(actions), monthlyTimes);
export type Calendar = z.infer<typeof calendar>;

/** An entry of the calendar. */
export interface CalendarEntry {
  action: Action;
  /** Of every month. */
  days: readonly number[];
  next: Date;
}

/** The calendar as of now. */
export function calendarEntries(times: Calendar, now: Date): CalendarEntry[] {
  return actions.map((action) => ({ action, days: times[action].days, next: nextTime(times[action], now) }));
}

/** The first of the times that is later than a moment. */
export function nextTime({ days, hour, minute }: MonthlyTimes, after: Date): Date {
  const [year, month] = [after.getUTCFullYear(), after.getUTCMonth()];
  const candidates = [month, month + 1].flatMap((which) =>
    days.map((day) => new Date(Date.UTC(year, which, day, hour, minute))),
  );
  const next = candidates.find((time) => time > after);
  if (!next) throw new RangeError('A schedule has no days');
  return next;
}
