import type { AgencyFacts } from '../agencies/facts.ts';
import type { Period } from '../nibrs/model/index.ts';
import { type DueDay, daysBetween, dueDate } from './due.ts';
import type { AgencyMonth } from './matrix.ts';
import { isReported } from './status.ts';

/** Why an agency has to be written to. */
export type ReminderReason = 'nothing reported' | 'reports rejected';

/** How complete the state's month is. */
export interface Completeness {
  period: Period;
  /** YYYY-MM-DD */
  due: string;
  /** Agencies that have to report the month themselves. */
  expected: number;
  /** Those of them with something on file. */
  reported: number;
  missing: AgencyFacts[];
  /** Agencies that have reported and are not registered, or need not report. */
  unexpected: string[];
  /** Agencies which reported after the due day, or have not and it is over. */
  late: AgencyMonth[];
  /** Reports of all files, of all agencies. */
  submitted: number;
  rejected: number;
  /** Whom to write to. */
  reminders: { month: AgencyMonth; why: ReminderReason }[];
}

/** An agency that has nothing on file is written to from so many days before the due day on. */
const remindedBefore = 5;

/** How complete a period is `today` (YYYY-MM-DD); `months` are those of the period, as `matrixOf` gives them. */
export function completeness(
  { period, today, ...due }: DueDay & { period: Period; today: string },
  months: readonly AgencyMonth[],
): Completeness {
  const expected = months.filter((month) => month.expected);
  const missing = expected.filter((month) => !isReported(month));
  return {
    period,
    due: dueDate(period, due),
    expected: expected.length,
    reported: expected.length - missing.length,
    missing: missing.flatMap(({ agency }) => agency ?? []),
    unexpected: months.filter((month) => !month.expected && isReported(month)).map(({ ori }) => ori),
    late: expected.filter(({ daysLate }) => daysLate > 0),
    submitted: months.reduce((sum, { tally }) => sum + tally.reports, 0),
    rejected: months.reduce((sum, { tally }) => sum + tally.rejected, 0),
    reminders: months.flatMap((month) => {
      const why = reminderOf(month, today, due);
      return why ? [{ month, why }] : [];
    }),
  };
}

/**
 * Why an agency has to be written to `today`: it has reports that were rejected and are not put right, or nothing on file
 * when the due day is near or over.
 */
export function reminderOf(month: AgencyMonth, today: string, due: DueDay): ReminderReason | undefined {
  if (!month.agency) return undefined;
  if (month.open > 0) return 'reports rejected';
  const isNear = daysBetween(dueDate(month.period, due), today) >= -remindedBefore;
  return month.expected && !isReported(month) && isNear ? 'nothing reported' : undefined;
}
