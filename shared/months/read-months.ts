import { compareText } from '../compare.ts';
import type { FederalCopy } from '../extract/federal-copy.ts';
import type { Months } from '../extract/months.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { agencyPeriod, submissionsKey } from '../ledger/streams.ts';
import type { Period } from '../nibrs/model/index.ts';
import { carriedMonths } from './carried.ts';
import { countOpen } from './open-reports.ts';
import { type FileEvent, isChunk, type MonthStatus, monthStatus } from './status.ts';

/** Where it stands what became of months: the ledger, and the projections that follow from it. */
export interface MonthSources {
  ledger: Ledger;
  months: Months;
  federal: FederalCopy;
}

/** Which months: of these periods, oldest first, and of these agencies or of all. */
export interface MonthsAsked {
  periods: readonly Period[];
  oris?: readonly string[] | undefined;
  /** Transmissions of this year and earlier ones are looked at. */
  thisYear: number;
}

/**
 * Where each agency's months stand, ordered by ORI and period; a month of which nothing came and nothing is on file is
 * left out. Files are found through the ledger's index, which may lag a moment behind.
 * Needs no projection of its own: a year of 700 agencies, each month with rejected reports, takes five seconds on a laptop.
 */
export async function readMonths(sources: MonthSources, asked: MonthsAsked): Promise<MonthStatus[]> {
  const { ledger, federal } = sources;
  const [first, last] = [asked.periods[0], asked.periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const carried = await carriedMonths(ledger, { first, thisYear: asked.thisYear });
  const unsent = new Set((await federal.unsentMonths(last)).map(({ ori, period }) => agencyPeriod(ori, period)));
  const periods = await Promise.all(
    asked.periods.map((period) => readPeriod(sources, { period, oris: asked.oris, carried, unsent })),
  );
  return periods.flat().sort((a, b) => compareText(a.ori, b.ori) || compareText(a.period, b.period));
}

interface PeriodAsked {
  period: Period;
  oris: readonly string[] | undefined;
  carried: Awaited<ReturnType<typeof carriedMonths>>;
  unsent: ReadonlySet<string>;
}

async function readPeriod(
  { ledger, months }: MonthSources,
  { period, oris, carried, unsent }: PeriodAsked,
): Promise<MonthStatus[]> {
  const files = filesByAgency(await ledger.listKey(submissionsKey(period)));
  const summaries = new Map((await months.summaries(period)).map((summary) => [summary.ori, summary]));
  const agencies = [...new Set([...files.keys(), ...summaries.keys()])].filter((ori) => oris?.includes(ori) ?? true);
  const open = await countOpen(
    ledger,
    agencies.map((ori) => (files.get(ori) ?? []).filter(isChunk)),
  );
  return agencies.map((ori, index) => {
    const { incidents = 0, arrests = 0, zeroReports = 0 } = summaries.get(ori) ?? {};
    return monthStatus({
      ori,
      period,
      files: files.get(ori) ?? [],
      onFile: { incidents, arrests, zeroReports },
      open: open[index] ?? 0,
      unsent: unsent.has(agencyPeriod(ori, period)),
      transmissions: carried.get(agencyPeriod(ori, period)) ?? [],
    });
  });
}

/** What happened to files, by the agencies that are in them, each in order of time. */
function filesByAgency(events: readonly LedgerEvent[]): Map<string, FileEvent[]> {
  const files = new Map<string, FileEvent[]>();
  const add = (ori: string, event: FileEvent) => {
    const own = files.get(ori);
    if (own) own.push(event);
    else files.set(ori, [event]);
  };
  for (const event of events.toSorted((a, b) => compareText(a.at, b.at))) {
    if (event.type === 'SubmissionSplit') {
      const { agencies, foreign = [] } = event.data;
      for (const ori of agencies) if (!foreign.includes(ori)) add(ori, event);
    }
    if (event.type === 'ChunkProcessed') add(event.data.ori, event);
  }
  return files;
}
