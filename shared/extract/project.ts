import type { Ledger } from '../ledger/port.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { MonthEntry, MonthNotice } from './messages.ts';
import { entriesOf, keyOf, type MonthSummary, mergeEntries, summaryOf } from './month.ts';
import type { Months } from './months.ts';

/**
 * Brings an agency's month up to a notice. A notice may come again or late: of each report the newest version stays.
 */
export async function projectNotice(months: Months, { ori, period, changed }: MonthNotice): Promise<MonthSummary> {
  const current = await months.entries(ori, period);
  const merged = mergeEntries(current, changed);
  const summary = summaryOf(ori, period, merged);
  await months.save(summary, different(merged, current));
  return summary;
}

/** Makes an agency's month anew from the ledger alone. */
export async function rebuildMonth(
  { ledger, months }: { ledger: Ledger; months: Months },
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
  await months.save(summary, different(rebuilt, current));
  return summary;
}

/** Entries of `wanted` that `current` does not have just so. */
function different(wanted: readonly MonthEntry[], current: readonly MonthEntry[]): MonthEntry[] {
  const versions = new Map(current.map((entry) => [keyOf(entry), entry.version]));
  return wanted.filter((entry) => versions.get(keyOf(entry)) !== entry.version);
}
