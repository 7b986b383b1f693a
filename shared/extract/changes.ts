import { compareText } from '../compare.ts';
import { CorruptDataError, TryAgainError } from '../errors.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { agencyPeriod, kindOfPart } from '../ledger/streams.ts';
import { monthAfter, type Period, type ReportKind } from '../nibrs/model/index.ts';
import {
  type Difference,
  differenceOf,
  type FederalCopy,
  type FederalEntry,
  newestOf,
  resendOf,
} from './federal-copy.ts';
import type { MonthEntry } from './messages.ts';
import { digestOf, entriesOf, entryOf, keyOf } from './month.ts';
import type { Months } from './months.ts';

/** An event that leaves its report present. */
export type PresentEvent = LedgerEvent<
  'IncidentReported' | 'IncidentReplaced' | 'ArrestReported' | 'ArrestReplaced' | 'ZeroReportFiled'
>;

/** What a transmission tells the FBI about one report. */
export interface Change extends Difference {
  wanted: MonthEntry;
  kind: ReportKind;
}

/** Which changes a transmission takes. */
export interface Scope {
  ori: string;
  period: Period;
  mode: 'delta' | 'full';
  /** The present one: no report was submitted for a later one. */
  thisMonth: Period;
}

/**
 * What the FBI is to be told of an agency: all that is unsent of the period and of earlier ones, each report as it stood
 * at the end of the period; in a full transmission also the reports of the period that were sent before. Ordered by
 * kind, number and part.
 */
export async function changesOf(
  { months, federal }: { months: Months; federal: FederalCopy },
  scope: Scope,
): Promise<Change[]> {
  const { ori, period, mode } = scope;
  const unsent: MonthEntry[] = await federal.unsent(ori, period);
  const ofMonth = mode === 'full' ? await months.entries(ori, period) : [];
  const held = await federal.held(ori, newestOf([...unsent, ...ofMonth]));
  const again = await withoutGone(months, scope, ofMonth, held);
  const wanted = newestOf([...unsent, ...again]);
  const resent = new Set(again.map(keyOf));
  const changes = wanted.flatMap(({ stream, part, version, status }): Change[] => {
    const entry = { stream, part, version, status };
    const compare = resent.has(keyOf(entry)) ? resendOf : differenceOf;
    const difference = compare(entry, held.get(keyOf(entry)));
    return difference ? [changeOf(entry, difference)] : [];
  });
  return changes.sort(byKindAndNumber);
}

/**
 * The reports that are sent once more, without those which a later month has deleted before the FBI had them: nobody
 * would tell it of their deletion.
 */
async function withoutGone(
  months: Months,
  { ori, period, thisMonth }: Scope,
  again: readonly MonthEntry[],
  held: ReadonlyMap<string, FederalEntry>,
): Promise<MonthEntry[]> {
  const gone = new Set<string>();
  for (let later = monthAfter(period); again.length > 0 && later <= thisMonth; later = monthAfter(later)) {
    for (const entry of await months.entries(ori, later)) {
      if (entry.status === 'deleted') gone.add(keyOf(entry));
      else gone.delete(keyOf(entry));
    }
  }
  return again.filter((entry) => held.has(keyOf(entry)) || !gone.has(keyOf(entry)));
}

/** A difference with the report it is about. */
export function changeOf(wanted: MonthEntry, difference: Difference): Change {
  return { ...difference, wanted, kind: kindOfPart(wanted.stream, wanted.part) };
}

const order: Readonly<Record<ReportKind, number>> = { incident: 0, arrest: 1, zero: 2 };

function byKindAndNumber(a: Change, b: Change): number {
  return order[a.kind] - order[b.kind] || compareText(keyOf(a.wanted), keyOf(b.wanted));
}

/**
 * The events that changes speak of, by `eventKey`. A month's index gives most of them in few reads, but may lag behind;
 * what it does not have is read from its stream.
 * Throws `TryAgainError` while the index of the period and the month do not agree: one of them misses something.
 */
export async function eventsOf(
  { ledger, months }: { ledger: Ledger; months: Months },
  { ori, period }: Pick<Scope, 'ori' | 'period'>,
  changes: readonly Change[],
): Promise<Map<string, LedgerEvent>> {
  const found = new Map<string, LedgerEvent>();
  const add = (events: readonly LedgerEvent[]) => {
    for (const event of events) found.set(eventKey(event.stream, event.version), event);
  };
  const listed = await ledger.listMonth(ori, period);
  const month = await completed(ledger, agencyPeriod(ori, period), listed);
  if (digestOf(entriesOf(month)) !== digestOf(await months.entries(ori, period))) {
    throw new TryAgainError(`The month ${period} of ${ori} and the ledger's index of it do not agree yet.`);
  }
  add(month);
  const missing = changes.flatMap(({ wanted, deletes, inserts }) => {
    const versions = [wanted.version, deletes, inserts].filter((version) => version !== undefined);
    return versions.every((version) => found.has(eventKey(wanted.stream, version))) ? [] : [wanted.stream];
  });
  for (const stream of new Set(missing)) add(await ledger.read(stream));
  return found;
}

/** Names an event of a ledger. */
export function eventKey(stream: string, version: number): string {
  return `${stream} ${version}`;
}

/** An event that has to be there. Throws `CorruptDataError` where it is not. */
export function eventAt(events: ReadonlyMap<string, LedgerEvent>, stream: string, version: number): LedgerEvent {
  const event = events.get(eventKey(stream, version));
  if (event) return event;
  throw new CorruptDataError(`Stream ${stream} has no event ${version}, which a month or a transmission names.`);
}

/** Whether an event leaves its report present. */
export function isPresent(event: LedgerEvent): event is PresentEvent {
  return entryOf(event.stream, event.version, event)?.status === 'present';
}

/**
 * All events of a month. The index may have a report's newest event and not the one before it: only a stream that is
 * listed from version 1 without a gap is surely whole; any other is read from the ledger itself.
 */
async function completed(ledger: Ledger, month: string, listed: readonly LedgerEvent[]): Promise<LedgerEvent[]> {
  const histories = await Promise.all(
    [...Map.groupBy(listed, ({ stream }) => stream)].map(async ([stream, events]) => {
      if (events.every(({ version }, index) => version === index + 1)) return events;
      return (await ledger.read(stream)).filter((event) => event.agencyPeriod === month);
    }),
  );
  return histories.flat();
}
