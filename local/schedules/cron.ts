/** Times of a schedule that returns every month: a minute of an hour, in UTC, of some of its days. */
export interface MonthlyTimes {
  /** Ascending, up to 28. */
  days: readonly number[];
  hour: number;
  minute: number;
}

/** `cron(minute hour day-of-month month day-of-week year)`, of which only these are known here: every month of every year. */
const expression = /^cron\((\d{1,2}) (\d{1,2}) (\d{1,2}(?:,\d{1,2})*) \* \? \*\)$/;

/** The times that an expression of EventBridge Scheduler names; undefined for one that is not known here. */
export function monthlyTimes(text: string): MonthlyTimes | undefined {
  const [, minute, hour, days] = expression.exec(text) ?? [];
  if (minute === undefined || hour === undefined || days === undefined) return undefined;
  const times = {
    days: days
      .split(',')
      .map(Number)
      .sort((a, b) => a - b),
    hour: Number(hour),
    minute: Number(minute),
  };
  const isReal = times.days.every((day) => day >= 1 && day <= 28) && times.hour < 24 && times.minute < 60;
  return isReal ? times : undefined;
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
