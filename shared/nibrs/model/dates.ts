/** Month of submission, `YYYY-MM`. */
export type Period = string;

/** What a period looks like. */
export const periodPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The period of a year and a month that stand apart; `undefined` when they are not four and two digits of a real month. */
export function toPeriod(year: string, month: string): Period | undefined {
  const period = `${year}-${month}`;
  return periodPattern.test(period) ? period : undefined;
}

/** The month of a day, `YYYY-MM` of `YYYYMMDD`. */
export function monthOf(day: string): Period {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}`;
}

/** The day of an ISO 8601 time as NIBRS writes days, `YYYYMMDD`, in the time zone that the time is written in. */
export function dayOf(time: string): string {
  return time.slice(0, 10).replaceAll('-', '');
}

/** The last moment of a day `YYYY-MM-DD`, UTC, as ISO 8601. */
export function endOfDay(day: string): string {
  return `${day}T23:59:59.999Z`;
}

/** The month after a month. */
export function monthAfter(period: Period): Period {
  const [year = 0, month = 0] = period.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** The month so many months before a month. */
export function monthBefore(period: Period, months = 1): Period {
  const [year = 0, month = 0] = period.split('-').map(Number);
  const since = year * 12 + month - 1 - months;
  return `${Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, '0')}`;
}
