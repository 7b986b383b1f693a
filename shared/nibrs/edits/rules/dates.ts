import type { Period, Segment } from '../../model/index.ts';
import type { Run } from '../edit.ts';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** True for a real calendar date `YYYYMMDD` of the 20th or 21st century. */
export function isDate(value: string): boolean {
  if (!/^(19|20)\d{6}$/.test(value)) return false;
  const date = Number(value);
  const [year, month, day] = [Math.trunc(date / 10_000), Math.trunc(date / 100) % 100, date % 100];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** `September 2026` of `202609`, `September 5, 2026` of `20260905`; `undefined` when it is neither a month nor a date. */
export function spellDate(date: string): string | undefined {
  if (!/^\d{6}(\d\d)?$/.test(date) || !isDate(date.padEnd(8, '01'))) return undefined;
  const [year, month, day] = [date.slice(0, 4), monthNames[Number(date.slice(4, 6)) - 1], date.slice(6)];
  return day === '' ? `${month} ${year}` : `${month} ${Number(day)}, ${year}`;
}

/** `September 2026` of the month `2026-09`. */
export function spellMonth(period: Period): string {
  return spellDate(period.replace('-', '')) ?? period;
}

/** True for a date after the month of submission that its segment states; a month that is not legible is left to others. */
export function isAfterSubmission({ submissionYear = '', submissionMonth = '' }: Segment, date: string): boolean {
  const month = submissionYear + submissionMonth;
  return /^\d{6}$/.test(month) && date.slice(0, 6) > month;
}

/** Hits a date after the month of submission. */
export function checkAfterSubmission(
  run: Run,
  segment: Segment,
  element: string,
  date: string | undefined,
  occurrence = 0,
): void {
  if (date === undefined || !isAfterSubmission(segment, date)) return;
  const month = `${segment.submissionYear}${segment.submissionMonth}`;
  run.hit(segment, element, { ...afterSubmission, occurrence, details: { month: spellDate(month) ?? month } });
}

/**
 * Hits a date that is not real, lies after today, or (where the rule says so) after the month of submission; a blank one
 * is left to others.
 */
export function checkDate(
  run: Run,
  segment: Segment,
  element: string,
  date: string | undefined,
  { withinSubmission, occurrence = 0 }: { withinSubmission: boolean; occurrence?: number },
): void {
  if (date === undefined) return;
  if (!isDate(date)) run.hit(segment, element, { occurrence });
  else if (date > run.context.today) run.hit(segment, element, { ...inTheFuture, occurrence });
  else if (withinSubmission) checkAfterSubmission(run, segment, element, date, occurrence);
}

/** True when `checkDate` would not hit the date, even within the month of submission; so other rules may rely on it. */
export function isPossibleDate(segment: Segment, date: string, today: string): boolean {
  return isDate(date) && date <= today && !isAfterSubmission(segment, date);
}

/** The words of an edit whose check is `checkDate`, for a date that is not real. */
export const notADate = {
  message: '{element} is {value}, which is not a date.',
  hint: 'Enter year, month and day as eight digits, YYYYMMDD.',
};

const inTheFuture = {
  message: '{element} is {value}, which is still to come.',
  hint: 'Enter a date that is not after today.',
};

/** The words for a date after the month that the segment was submitted for. */
export const afterSubmission = {
  message: '{element} is {value}, which is after {month}, the month of submission.',
  hint: 'Correct the date, or submit the report with the month in which it happened or a later one.',
};

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
