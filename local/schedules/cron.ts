import type { MonthlyTimes } from '../../shared/schedule/calendar.ts';

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
