import { z } from 'zod';
import type { Period } from '../nibrs/model/index.ts';
import { type MonthEntry, monthEntry } from './messages.ts';
import { keyOf } from './month.ts';

/**
 * What the FBI has of a report (stream and part): which version of it was sent last and what that left there. Rejected is
 * what the FBI did not take; withheld what it was not sent because the reports beside it say the contrary; unknown what it
 * did not take because it has something else under the number.
 */
export const federalEntry = z.object({
  stream: z.string(),
  part: z.string(),
  version: z.int().positive(),
  status: z.enum(['present', 'deleted', 'rejected', 'withheld', 'unknown']),
  /** The last transmission that said something of it. */
  transmission: z.string(),
  /** A later version, which the FBI refused while it kept this one: it is not sent again until it is corrected. */
  refused: z.int().positive().optional(),
  /** The event of the report with what the FBI answered to the transmission; absent while it has found no error. */
  answered: z.int().positive().optional(),
});
export type FederalEntry = z.infer<typeof federalEntry>;
export type AnsweredEntry = FederalEntry & { answered: number };

/** What became of a report in a month, not yet known to the FBI. */
export const unsentEntry = monthEntry.extend({ period: z.string() });
export type UnsentEntry = z.infer<typeof unsentEntry>;

/** A month of an agency in which something is unsent. The digest is that of the month when it was last changed. */
export const unsentMonth = z.object({ ori: z.string(), period: z.string(), digest: z.string() });
export type UnsentMonth = z.infer<typeof unsentMonth>;

/** Names a report within its agency. */
export type ReportPlace = Pick<MonthEntry, 'stream' | 'part'>;

/**
 * The federal copy: what the FBI has, and what it does not have yet. A projection of the months, of sealed transmissions
 * and of the FBI's answers, which may be thrown away and rebuilt.
 */
export interface FederalCopy {
  /** What the FBI has of these reports, by `keyOf`; nothing where nothing was sent. Read consistently. */
  held(ori: string, reports: readonly ReportPlace[]): Promise<Map<string, FederalEntry>>;
  /** What the FBI has of all reports that it was ever told of. Read consistently. */
  heldOf(ori: string): Promise<FederalEntry[]>;
  /** Sets what the FBI has once it has a transmission. */
  hold(ori: string, entries: readonly FederalEntry[]): Promise<void>;
  /** Removes what no sealed transmission has told the FBI. */
  release(ori: string, entries: readonly FederalEntry[]): Promise<void>;
  /**
   * Sets what the FBI has by its answer, and tells whether it did: what a later transmission said, or a later answer,
   * stands.
   */
  correct(ori: string, entry: AnsweredEntry): Promise<boolean>;
  /** Everything unsent of months up to `last`, in no order, older states of a report too. Read consistently. */
  unsent(ori: string, last: Period): Promise<UnsentEntry[]>;
  /** Adds what is unsent of one month, and after it the month itself. */
  addUnsent(month: UnsentMonth, entries: readonly MonthEntry[]): Promise<void>;
  removeUnsent(ori: string, entries: readonly UnsentEntry[]): Promise<void>;
  /** Months up to `last` that have something unsent, by period and ORI. Read consistently. */
  unsentMonths(last: Period): Promise<UnsentMonth[]>;
  /** Removes a month that has nothing unsent, unless it was added to since it was read. */
  removeUnsentMonth(month: UnsentMonth): Promise<void>;
}

/** What to tell the FBI of a report: to delete the content of a version, to take that of another, or both in this order. */
export interface Difference {
  deletes?: number | undefined;
  inserts?: number | undefined;
}

/**
 * What turns what the FBI has into what a month says; undefined when there is nothing to tell, also where the FBI has
 * refused just that.
 */
export function differenceOf(wanted: MonthEntry, held: FederalEntry | undefined): Difference | undefined {
  if (held && lastSaid(held) >= wanted.version && !isOpen(wanted, held)) return undefined;
  const deletes = toDelete(held);
  if (wanted.status === 'present') return { deletes, inserts: wanted.version };
  return deletes === undefined ? undefined : { deletes };
}

/** As `differenceOf`, for a report that is to be sent once more even if the FBI should have it. */
export function resendOf(wanted: MonthEntry, held: FederalEntry | undefined): Difference | undefined {
  if (wanted.status === 'deleted' || (held && lastSaid(held) > wanted.version)) return differenceOf(wanted, held);
  return { deletes: toDelete(held), inserts: wanted.version };
}

/** The last version that the FBI was told of. */
function lastSaid({ version, refused = version }: FederalEntry): number {
  return Math.max(version, refused);
}

/** Whether the FBI did not take just this version for no fault of it: what it has instead was not deleted before. */
function isOpen(wanted: MonthEntry, { version, status }: FederalEntry): boolean {
  return status === 'unknown' && version === wanted.version;
}

/** The version whose number and date are those of what the FBI has, if it has something. */
function toDelete(held: FederalEntry | undefined): number | undefined {
  return held?.status === 'present' || held?.status === 'unknown' ? held.version : undefined;
}

/** Of each report the last state among these. */
export function newestOf<Entry extends MonthEntry>(entries: readonly Entry[]): Entry[] {
  const newest = new Map<string, Entry>();
  for (const entry of entries) {
    const known = newest.get(keyOf(entry));
    if (!known || known.version < entry.version) newest.set(keyOf(entry), entry);
  }
  return [...newest.values()];
}

/**
 * Takes off the list of an agency's unsent changes, up to a month, those which the FBI has by now or need not have. Whoever
 * does this for many agencies reads the months that have something unsent beforehand, once for all.
 */
export async function sweepUnsent(
  federal: FederalCopy,
  ori: string,
  last: Period,
  unsentMonths?: readonly UnsentMonth[],
): Promise<void> {
  const months = (unsentMonths ?? (await federal.unsentMonths(last))).filter((month) => month.ori === ori);
  const unsent = await federal.unsent(ori, last);
  const newest = newestOf(unsent);
  const held = await federal.held(ori, newest);
  const open = new Set(newest.filter((entry) => differenceOf(entry, held.get(keyOf(entry)))).map(keyOf));
  const [left = [], done = []] = [true, false].map((isOpen) =>
    unsent.filter((entry) => open.has(keyOf(entry)) === isOpen),
  );
  await federal.removeUnsent(ori, done);
  for (const month of months) {
    if (!left.some(({ period }) => period === month.period)) await federal.removeUnsentMonth(month);
  }
}
