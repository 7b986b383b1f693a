import type { Query } from './use-query.ts';
import { lastMonth, monthAfter } from './words.ts';

/** So many months are told at a time. */
const most = 24;
/** So far back one can choose. */
const back = 60;

/** Months, the newest first, back from one. */
export function monthsBackFrom(last: string, number: number): string[] {
  return Array.from({ length: number }, (_, before) => monthAfter(last, -before));
}

/** The months that one may choose, the newest first: the one that is not over, and those before. */
export function monthsUntil(now: Date): string[] {
  return monthsBackFrom(monthAfter(lastMonth(now), 1), back);
}

/** From which month to which: what the address says, or the last twelve that are over; never more than are told. */
export function rangeIn({ from, to }: Query['query'], now: Date): { from: string; to: string } {
  const last = to && /^\d{4}-\d\d$/.test(to) ? to : lastMonth(now);
  const least = monthAfter(last, 1 - most);
  const first = from && from >= least && from <= last ? from : monthAfter(last, -11);
  return { from: first, to: last };
}

/** The months from which a range may begin that ends with one, the newest first. */
export function beginningsOf(to: string): string[] {
  return monthsBackFrom(to, most);
}
