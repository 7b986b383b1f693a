import { count } from '../../shared/count-words.ts';

/** Months, times, rates and sizes as people read them. */

const monthNames = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonthNames = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
const dayNames = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A month, `2026-10`, as `October 2026`. */
export function monthName(period: string): string {
  return monthNames.format(new Date(`${period}-01T00:00:00Z`));
}

/** A month, `2026-10`, as `Oct`. */
export function shortMonthName(period: string): string {
  return shortMonthNames.format(new Date(`${period}-01T00:00:00Z`));
}

/** A day, `2026-11-10`, as `November 10, 2026`. */
export function dayName(day: string): string {
  return dayNames.format(new Date(`${day}T00:00:00Z`));
}

/** The month a number of months after one, or before it. */
export function monthAfter(period: string, months: number): string {
  const date = new Date(`${period}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** The last month that is over. */
export function lastMonth(now: Date): string {
  return monthAfter(now.toISOString().slice(0, 7), -1);
}

/** A rate, `0.042`, as `4.2%`; a dash where there is none. */
export function percent(rate: number | null): string {
  return rate === null ? '–' : `${(100 * rate).toFixed(1)}%`;
}

const units = ['KB', 'MB', 'GB'];

/** Bytes, as `1.2 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  return `${(bytes / 1000 ** power).toPrecision(3)} ${units[power - 1]}`;
}

/** What an agency is called: by its name where that is known. */
export function agencyName({ ori, name }: { ori: string; name?: string | null | undefined }): string {
  return name ?? ori;
}

/** `1 agency`, `2 agencies`. */
export function agencyCount(agencies: number): string {
  return `${count(agencies)} ${agencies === 1 ? 'agency' : 'agencies'}`;
}
