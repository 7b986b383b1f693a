import type { Period } from '../nibrs/model/index.ts';
import type { AgencyMonth } from './matrix.ts';
import { isReported } from './status.ts';

/**
 * What one month says of an agency's error rate: so many of its reports were rejected; it had nothing to report; it
 * reported nothing.
 */
export type MonthOfReports = { period: Period } & (
  | { kind: 'reports'; submitted: number; rejected: number }
  | { kind: 'zero' }
  | { kind: 'missing' }
);

/** What has to be kept to: an error rate of `threshold` percent or less in `months` submissions one after the other. */
export interface Criterion {
  threshold: number;
  months: number;
}

/** The FBI's, its third for certification: rejected reports over submitted ones (user manual 2025.0, 5.2). */
export const federalCriterion: Criterion = { threshold: 4, months: 3 };

/** How an agency stands against a criterion. */
export interface Certification {
  standing: 'met' | 'lost' | 'not yet';
  /** Months kept to in a row, up to now. */
  run: number;
  /** When it was met and lost, in order. */
  changes: { period: Period; became: 'met' | 'lost' }[];
}

/**
 * Follows an agency's error rate over its months, the oldest first.
 *
 * A month of reports is a submission. A zero report is none: there is nothing in it that could be wrong, so it neither
 * counts nor breaks the run. A month without a report breaks the run, because a rate that nobody knows is not sustained;
 * it takes away nothing that was met. Only a month above the threshold does.
 */
export function certification(months: readonly MonthOfReports[], criterion: Criterion): Certification {
  const result: Certification = { standing: 'not yet', run: 0, changes: [] };
  for (const month of months) {
    if (month.kind === 'zero') continue;
    if (month.kind === 'missing') {
      result.run = 0;
      continue;
    }
    const kept = isKept(month, criterion);
    result.run = kept ? result.run + 1 : 0;
    if (!kept && result.standing === 'met') change(result, month.period, 'lost');
    if (result.run >= criterion.months && result.standing !== 'met') change(result, month.period, 'met');
  }
  return result;
}

/**
 * What an agency's month says of its error rate. Undefined for one that says nothing: it is not due yet, the agency need
 * not report it, or what is on file came in files of other months.
 */
export function monthOfReports(month: AgencyMonth): MonthOfReports | undefined {
  const { period, tally, onFile } = month;
  const isZero = onFile.zeroReports > 0 && onFile.incidents + onFile.arrests === 0 && tally.rejected === 0;
  if (isZero) return { period, kind: 'zero' };
  if (tally.reports > 0) return { period, kind: 'reports', submitted: tally.reports, rejected: tally.rejected };
  return month.expected && !isReported(month) && month.daysLate > 0 ? { period, kind: 'missing' } : undefined;
}

/** Whether a month of reports keeps to the threshold. */
export function isKept(
  { submitted, rejected }: { submitted: number; rejected: number },
  { threshold }: Criterion,
): boolean {
  return rejected * 100 <= threshold * submitted;
}

function change(result: Certification, period: Period, became: 'met' | 'lost'): void {
  result.standing = became;
  result.changes.push({ period, became });
}
