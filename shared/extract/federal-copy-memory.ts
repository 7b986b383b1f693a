import { compareText } from '../compare.ts';
import type { FederalCopy, FederalEntry, UnsentEntry, UnsentMonth } from './federal-copy.ts';
import { keyOf } from './month.ts';

/** The federal copy in memory, for tests. */
export function createMemoryFederalCopy(): FederalCopy {
  const held = new Map<string, FederalEntry>();
  const unsent = new Map<string, UnsentEntry & { ori: string }>();
  const months = new Map<string, UnsentMonth>();
  const nameOf = (ori: string, { period, version, ...report }: UnsentEntry) =>
    `${ori} ${period} ${keyOf(report)} ${version}`;

  return {
    async held(ori, reports) {
      const found = new Map<string, FederalEntry>();
      for (const report of reports) {
        const entry = held.get(`${ori} ${keyOf(report)}`);
        if (entry) found.set(keyOf(report), entry);
      }
      return found;
    },
    async heldOf(ori) {
      return [...held].filter(([name]) => name.startsWith(`${ori} `)).map(([, entry]) => entry);
    },
    async release(ori, entries) {
      for (const entry of entries) held.delete(`${ori} ${keyOf(entry)}`);
    },
    async hold(ori, entries) {
      for (const entry of entries) held.set(`${ori} ${keyOf(entry)}`, entry);
    },
    async correct(ori, entry) {
      const name = `${ori} ${keyOf(entry)}`;
      const current = held.get(name);
      const isLate = current?.transmission !== entry.transmission || (current.answered ?? 0) > entry.answered;
      if (!isLate) held.set(name, entry);
      return !isLate;
    },
    async unsent(ori, last) {
      const found = [...unsent.values()].filter((entry) => entry.ori === ori && entry.period <= last);
      return found.map(({ ori: _, ...entry }) => entry);
    },
    async addUnsent(month, entries) {
      const { ori, period } = month;
      months.set(`${period} ${ori}`, month);
      for (const entry of entries) unsent.set(nameOf(ori, { ...entry, period }), { ...entry, period, ori });
    },
    async removeUnsent(ori, entries) {
      for (const entry of entries) unsent.delete(nameOf(ori, entry));
    },
    async unsentMonths(last) {
      const found = [...months].filter(([, { period }]) => period <= last);
      return found.sort(([a], [b]) => compareText(a, b)).map(([, month]) => month);
    },
    async removeUnsentMonth({ ori, period, digest }) {
      if (months.get(`${period} ${ori}`)?.digest === digest) months.delete(`${period} ${ori}`);
    },
  };
}
