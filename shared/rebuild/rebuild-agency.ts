import { isDeepStrictEqual } from 'node:util';
import { TryAgainError } from '../errors.ts';
import type { FederalCopy } from '../extract/federal-copy.ts';
import type { MonthEntry } from '../extract/messages.ts';
import { entriesOf, keyOf, type MonthSummary } from '../extract/month.ts';
import type { Months } from '../extract/months.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { agencyPeriod } from '../ledger/streams.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { RebuiltAgency } from './messages.ts';
import { type AgencyProjections, projectionsOf, unsentName } from './projections.ts';
import type { SealedParts } from './sealed-parts.ts';

export interface AgencyDependencies {
  ledger: Ledger;
  months: Months;
  federal: FederalCopy;
  sealedParts: SealedParts;
}

/** More passes than this have somebody writing all the time. */
const maxPasses = 10;

/** So many months are read at a time. */
const atOnce = 10;

const everyMonth: Period = '9999-12';

/**
 * Brings all projections of an agency to what the ledger says, and takes away what it does not: pass after pass, until
 * one finds nothing to change. Others may write meanwhile. They write to the ledger first, and the projections are read
 * before it: so what is taken away is nobody's news, and what a pass sets back the next one sets right. Nothing is empty in
 * between, and again changes nothing.
 * Throws `TryAgainError` when others do not come to rest.
 */
export async function rebuildAgency(
  deps: AgencyDependencies,
  { ori, periods }: { ori: string; periods: readonly Period[] },
): Promise<RebuiltAgency> {
  let changed = 0;
  for (let pass = 1; pass <= maxPasses; pass++) {
    const current = await readCurrent(deps, ori, periods);
    const months = await readEvents(deps, ori, current);
    const sealed = await deps.sealedParts.of(ori, Number([...periods].sort()[0]?.slice(0, 4)));
    const wanted = projectionsOf({ ori, months, sealed });
    const now = await bringUp(deps, ori, wanted, current);
    changed += now;
    if (now === 0) return { ...countsOf(wanted), ori, changed };
  }
  throw new TryAgainError(
    `Others keep writing to the months of ${ori}. Rebuild it again when its files are processed.`,
  );
}

function countsOf({ months, held, unsent }: AgencyProjections): Omit<RebuiltAgency, 'ori' | 'changed'> {
  const entries = months.reduce((sum, month) => sum + month.entries.length, 0);
  return { months: months.length, entries, held: held.length, unsent: unsent.length };
}

/** What the table has of an agency. */
interface Current extends Omit<AgencyProjections, 'months'> {
  entries: ReadonlyMap<Period, MonthEntry[]>;
  summaries: ReadonlyMap<Period, MonthSummary>;
}

async function readCurrent(
  { months, federal }: AgencyDependencies,
  ori: string,
  periods: readonly Period[],
): Promise<Current> {
  const entries = await eachPeriod(periods, (period) => months.entries(ori, period));
  const summaries = await months.summariesOf(ori, periods);
  return {
    entries,
    summaries: new Map(summaries.map((summary) => [summary.period, summary])),
    held: await federal.heldOf(ori),
    unsent: await federal.unsent(ori, everyMonth),
    unsentMonths: (await federal.unsentMonths(everyMonth)).filter((month) => month.ori === ori),
  };
}

/**
 * The events of an agency's months. The ledger's index may lag behind: where the table knows of something later, the
 * stream itself decides, so that nothing later is replaced by something earlier.
 */
async function readEvents(
  { ledger }: AgencyDependencies,
  ori: string,
  { entries }: Current,
): Promise<Map<Period, LedgerEvent[]>> {
  return eachPeriod([...entries.keys()], async (period) => {
    const listed = await ledger.listMonth(ori, period);
    const versions = new Map(entriesOf(listed).map((entry) => [keyOf(entry), entry.version]));
    const later = (entries.get(period) ?? []).filter((entry) => entry.version > (versions.get(keyOf(entry)) ?? 0));
    const streams = new Set(later.map(({ stream }) => stream));
    const read = await Promise.all([...streams].map((stream) => ledger.read(stream)));
    const ofMonth = read.flat().filter((event) => event.agencyPeriod === agencyPeriod(ori, period));
    return [...listed.filter(({ stream }) => !streams.has(stream)), ...ofMonth];
  });
}

async function eachPeriod<T>(
  periods: readonly Period[],
  read: (period: Period) => Promise<T>,
): Promise<Map<Period, T>> {
  const found = new Map<Period, T>();
  for (let start = 0; start < periods.length; start += atOnce) {
    const some = periods.slice(start, start + atOnce);
    for (const [period, value] of await Promise.all(some.map(async (each) => [each, await read(each)] as const))) {
      found.set(period, value);
    }
  }
  return found;
}

/** Writes what is different, and tells how many items were. What is unsent goes first, as when a notice is projected. */
async function bringUp(
  deps: AgencyDependencies,
  ori: string,
  wanted: AgencyProjections,
  current: Current,
): Promise<number> {
  const unsent = await bringUpUnsent(deps.federal, ori, wanted, current);
  const months = await bringUpMonths(deps.months, ori, wanted, current);
  const held = compare(wanted.held, current.held, keyOf);
  await deps.federal.hold(ori, held.different);
  await deps.federal.release(ori, held.needless);
  return unsent + months + sizeOf(held);
}

async function bringUpUnsent(
  federal: FederalCopy,
  ori: string,
  wanted: AgencyProjections,
  current: Current,
): Promise<number> {
  const entries = compare(wanted.unsent, current.unsent, unsentName);
  const months = compare(wanted.unsentMonths, current.unsentMonths, ({ period }) => period);
  const touched = new Set([...entries.different, ...months.different].map(({ period }) => period));
  for (const month of wanted.unsentMonths.filter(({ period }) => touched.has(period))) {
    const added = entries.different.filter(({ period }) => period === month.period);
    await federal.addUnsent(
      month,
      added.map(({ period: _, ...entry }) => entry),
    );
  }
  await federal.removeUnsent(ori, entries.needless);
  for (const month of months.needless) await federal.removeUnsentMonth(month);
  return sizeOf(entries) + sizeOf(months);
}

async function bringUpMonths(
  months: Months,
  ori: string,
  wanted: AgencyProjections,
  current: Current,
): Promise<number> {
  let changed = 0;
  for (const { summary, entries } of wanted.months) {
    const { period } = summary;
    const compared = compare(entries, current.entries.get(period) ?? [], keyOf);
    const isSame = isDeepStrictEqual(current.summaries.get(period), summary);
    await months.remove(ori, period, compared.needless);
    if (!isSame || compared.different.length > 0) await months.save(summary, compared.different);
    changed += sizeOf(compared) + (isSame ? 0 : 1);
  }
  return changed;
}

interface Compared<Item> {
  /** Wanted, and not there just so. */
  different: Item[];
  /** There, and not wanted. */
  needless: Item[];
}

function compare<Item>(
  wanted: readonly Item[],
  current: readonly Item[],
  name: (item: Item) => string,
): Compared<Item> {
  const there = new Map(current.map((item) => [name(item), item]));
  const names = new Set(wanted.map(name));
  return {
    different: wanted.filter((item) => !isDeepStrictEqual(there.get(name(item)), item)),
    needless: current.filter((item) => !names.has(name(item))),
  };
}

function sizeOf({ different, needless }: Compared<unknown>): number {
  return different.length + needless.length;
}
