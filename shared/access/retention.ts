import type { StateElement } from '../state/index.ts';

/** Whether a value that was recorded at `at` may still be used at `now`; both ISO 8601. */
export function isKept(element: StateElement | undefined, at: string, now: string): boolean {
  if (element === undefined || element.retention === 'as the report') return true;
  const end = new Date(at);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + element.retention.months);
  // A month without such a day ends with its last one.
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return now < end.toISOString();
}
