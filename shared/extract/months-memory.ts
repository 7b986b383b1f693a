import { compareText } from '../compare.ts';
import { agencyPeriod } from '../ledger/streams.ts';
import type { MonthEntry } from './messages.ts';
import { keyOf, type MonthSummary, mergeEntries } from './month.ts';
import type { Months } from './months.ts';

/** Months in memory, for tests. */
export function createMemoryMonths(): Months {
  const entries = new Map<string, Map<string, MonthEntry>>();
  const summaries = new Map<string, MonthSummary>();

  function month(ori: string, period: string): Map<string, MonthEntry> {
    const key = agencyPeriod(ori, period);
    const found = entries.get(key) ?? new Map<string, MonthEntry>();
    entries.set(key, found);
    return found;
  }

  return {
    async entries(ori, period) {
      return mergeEntries([], [...month(ori, period).values()]);
    },
    async save(summary, changed) {
      for (const entry of changed) month(summary.ori, summary.period).set(keyOf(entry), entry);
      summaries.set(agencyPeriod(summary.ori, summary.period), summary);
    },
    async remove(ori, period, removed) {
      for (const entry of removed) month(ori, period).delete(keyOf(entry));
    },
    async summariesOf(ori, periods) {
      return [...summaries.values()].filter((summary) => summary.ori === ori && periods.includes(summary.period));
    },
    async summaries(period) {
      const found = [...summaries.values()].filter((summary) => summary.period === period);
      return found.sort((a, b) => compareText(a.ori, b.ori));
    },
  };
}
