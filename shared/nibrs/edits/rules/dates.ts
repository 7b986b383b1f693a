import type { Segment, SegmentHeader } from '../../model/index.ts';
import type { Run } from '../edit.ts';

/** True for a real calendar date `YYYYMMDD` of the 20th or 21st century. */
export function isDate(value: string): boolean {
  const parts = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(value);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** True when a date lies after the month of submission that its segment states; false when that month is not legible. */
export function isAfterSubmission(date: string, { submissionYear, submissionMonth }: SegmentHeader): boolean {
  if (submissionYear === undefined || submissionMonth === undefined) return false;
  return /^\d{6}$/.test(submissionYear + submissionMonth) && date.slice(0, 6) > submissionYear + submissionMonth;
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
  { withinSubmission }: { withinSubmission: boolean },
): void {
  if (date === undefined) return;
  if (!isDate(date)) run.hit(segment, element);
  else if (date > run.context.today) run.hit(segment, element, inTheFuture);
  else if (withinSubmission && isAfterSubmission(date, segment)) run.hit(segment, element, afterSubmission);
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
  message: '{element} is {value}, which is after the month of submission.',
  hint: 'Correct the date, or submit the report with the month in which it happened or a later one.',
};

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
