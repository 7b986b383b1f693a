import { listAgencies } from '../agencies/registry.ts';
import { type Completeness, completeness, type ReminderReason } from '../months/completeness.ts';
import type { DueDay } from '../months/due.ts';
import { matrixOf } from '../months/matrix.ts';
import { type MonthSources, readMonths } from '../months/read-months.ts';
import type { Period } from '../nibrs/model/index.ts';

/** Who is to be reminded of what, as it stands in the work bucket for whoever writes the letters. */
export interface Reminders extends Pick<Completeness, 'period' | 'due' | 'expected' | 'reported'> {
  /** The day as of which days late are counted, YYYY-MM-DD. */
  today: string;
  reminders: Reminder[];
  /** What it was asked for by. */
  request: string;
}

/** A letter to an agency. */
interface Reminder {
  ori: string;
  name: string | undefined;
  contactOffice: string | undefined;
  contactEmail: string | undefined;
  why: ReminderReason;
  /** Reports that were rejected and are not put right. */
  open: number;
  daysLate: number;
}

/** Where the reminders of a month are in the work bucket. */
export function remindersKey(period: Period): string {
  return `reminders/${period}.json`;
}

/** Who is to be reminded of a month. Agencies that nobody has registered are reminded of nothing. */
export async function remindersOf(
  sources: MonthSources,
  { period, today, thisYear, ...due }: DueDay & { period: Period; today: string; thisYear: number },
): Promise<Omit<Reminders, 'request'>> {
  const periods = [period];
  const agencies = await listAgencies(sources.ledger);
  const months = matrixOf({ periods, today, ...due }, agencies, await readMonths(sources, { periods, thisYear }));
  const { expected, reported, reminders, due: dueOn } = completeness({ period, today, ...due }, months);
  return { period, due: dueOn, today, expected, reported, reminders: reminders.map(reminderOf) };
}

function reminderOf({ month, why }: Completeness['reminders'][number]): Reminder {
  const { ori, agency, open, daysLate } = month;
  const { name, contactOffice, contactEmail } = agency ?? {};
  return { ori, name, contactOffice, contactEmail, why, open, daysLate };
}
