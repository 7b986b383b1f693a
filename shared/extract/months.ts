import type { Period } from '../nibrs/model/index.ts';
import type { MonthEntry } from './messages.ts';
import type { MonthSummary } from './month.ts';

/**
 * The months: a projection that may be thrown away and rebuilt from the ledger. Each agency's months have one writer at
 * a time (their queue is FIFO by ORI), so reading and then writing is safe.
 */
export interface Months {
  /** All entries of an agency's month, sorted by stream and part; read consistently. */
  entries(ori: string, period: Period): Promise<MonthEntry[]>;
  /** Sets entries, and the summary after them. */
  save(summary: MonthSummary, changed: readonly MonthEntry[]): Promise<void>;
  /** Removes entries that the ledger does not know. */
  remove(ori: string, period: Period, entries: readonly MonthEntry[]): Promise<void>;
  /** The summaries of all agencies in a period, ordered by ORI; read consistently. */
  summaries(period: Period): Promise<MonthSummary[]>;
  /** The summaries of an agency in these periods, those that there are, in no order; read consistently. */
  summariesOf(ori: string, periods: readonly Period[]): Promise<MonthSummary[]>;
}
