import { createHash } from 'node:crypto';
import { compareText } from '../compare.ts';
import type { LedgerEvent, NewEvent } from '../ledger/port.ts';
import { kindOfPart } from '../ledger/streams.ts';
import type { Period, ReportKind } from '../nibrs/model/index.ts';
import type { MonthEntry } from './messages.ts';

/** An agency's month at a glance. */
export interface MonthSummary {
  ori: string;
  period: Period;
  /** Reports present at the end of the month's events. */
  incidents: number;
  arrests: number;
  zeroReports: number;
  /** Reports that the month's events deleted. */
  deleted: number;
  /** SHA-256, hex, of every entry: the same digest means the same events. */
  digest: string;
}

/** What an event says about its month; undefined when it changes nothing there. */
export function entryOf(stream: string, version: number, event: NewEvent | LedgerEvent): MonthEntry | undefined {
  switch (event.type) {
    case 'IncidentReported':
    case 'IncidentReplaced':
    case 'ArrestReported':
    case 'ArrestReplaced':
    case 'ZeroReportFiled':
      return { stream, part: event.data.part, version, status: 'present' };
    case 'IncidentDeleted':
    case 'ArrestDeleted':
    case 'ZeroReportWithdrawn':
    case 'ReportExpunged':
      return { stream, part: event.data.part, version, status: 'deleted' };
    default:
      return undefined;
  }
}

/** The entries of a month, from all its events. */
export function entriesOf(events: readonly LedgerEvent[]): MonthEntry[] {
  const entries = events.map((event) => entryOf(event.stream, event.version, event));
  return mergeEntries(
    [],
    entries.filter((entry) => entry !== undefined),
  );
}

/** `current` with `changed` laid over it, the newer version of each report winning; sorted by stream and part. */
export function mergeEntries(current: readonly MonthEntry[], changed: readonly MonthEntry[]): MonthEntry[] {
  const newest = new Map<string, MonthEntry>();
  for (const entry of [...current, ...changed]) {
    const known = newest.get(keyOf(entry));
    if (known === undefined || known.version < entry.version) newest.set(keyOf(entry), entry);
  }
  return [...newest.values()].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/** The summary of an agency's month; `entries` as `mergeEntries` gives them. */
export function summaryOf(ori: string, period: Period, entries: readonly MonthEntry[]): MonthSummary {
  const present = entries.filter(({ status }) => status === 'present');
  const count = (kind: ReportKind) => present.filter(({ stream, part }) => kindOfPart(stream, part) === kind).length;
  return {
    ori,
    period,
    incidents: count('incident'),
    arrests: count('arrest'),
    zeroReports: count('zero'),
    deleted: entries.length - present.length,
    digest: digestOf(entries),
  };
}

/** SHA-256, hex, over sorted entries. */
export function digestOf(entries: readonly MonthEntry[]): string {
  const hash = createHash('sha256');
  for (const { stream, part, version } of entries) hash.update(`${stream}\t${part}\t${version}\n`);
  return hash.digest('hex');
}

/** Names a report within its month. */
export function keyOf({ stream, part }: Pick<MonthEntry, 'stream' | 'part'>): string {
  return `${stream}#${part}`;
}
