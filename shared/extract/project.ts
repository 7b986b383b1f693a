import type { Ledger } from '../ledger/port.ts';
import type { Period } from '../nibrs/model/index.ts';
import { type FederalCopy, sweepUnsent } from './federal-copy.ts';
import type { MonthEntry, MonthNotice } from './messages.ts';
import { entriesOf, keyOf, type MonthSummary, mergeEntries, summaryOf } from './month.ts';
import type { Months } from './months.ts';

/** The projections that follow from a month's events. */
export interface Projections {
  months: Months;
  federal: FederalCopy;
}

/**
 * Brings an agency's month, and what of it the FBI does not have yet, up to a notice. A notice may come again or late: of
 * each report the newest version stays.
 */
export async function projectNotice(
  projections: Projections,
  { ori, period, changed }: MonthNotice,
): Promise<MonthSummary> {
  const current = await projections.months.entries(ori, period);
  const merged = mergeEntries(current, changed);
  const summary = summaryOf(ori, period, merged);
  await saveChanges(projections, summary, different(merged, current));
  return summary;
}

/** What is unsent goes first: after the entries are saved, nobody knows any more that they are news. */
async function saveChanges(
  { months, federal }: Projections,
  summary: MonthSummary,
  changed: readonly MonthEntry[],
): Promise<void> {
  const { ori, period, digest } = summary;
  if (changed.length > 0) await federal.addUnsent({ ori, period, digest }, changed);
  await months.save(summary, changed);
  // A report that is gone before it was ever sent leaves nothing to send.
  if (changed.some(({ status }) => status === 'deleted')) await sweepUnsent(federal, ori, period);
}

/** Makes an agency's month anew from the ledger alone. */
export async function rebuildMonth(
  { ledger, months, federal }: Projections & { ledger: Ledger },
  ori: string,
  period: Period,
): Promise<MonthSummary> {
  const current = await months.entries(ori, period);
  const rebuilt = entriesOf(await ledger.listMonth(ori, period));
  const known = new Set(rebuilt.map(keyOf));
  await months.remove(
    ori,
    period,
    current.filter((entry) => !known.has(keyOf(entry))),
  );
  const summary = summaryOf(ori, period, rebuilt);
  await saveChanges({ months, federal }, summary, different(rebuilt, current));
  return summary;
}

/** Entries of `wanted` that `current` does not have just so. */
function different(wanted: readonly MonthEntry[], current: readonly MonthEntry[]): MonthEntry[] {
  const versions = new Map(current.map((entry) => [keyOf(entry), entry.version]));
  return wanted.filter((entry) => versions.get(keyOf(entry)) !== entry.version);
}
