import type { Ledger, LedgerEvent, NewEvent } from '../ledger/port.ts';
import type { ReportCommand } from '../ledger/reports/command.ts';
import type { Happening } from '../ledger/reports/decide.ts';
import { stateBefore } from '../ledger/reports/replay.ts';
import type { ReportState } from '../ledger/reports/state.ts';
import { monthAfter, monthOf, type Period } from '../nibrs/model/index.ts';

/** A stream that had a report of something which happened in this month; it may have been deleted since. */
export interface Trace {
  stream: string;
  ori: string;
  month: Period;
}

/** What an event says to have happened; undefined for other events, and when nobody knows when it did. */
export function traceOf(stream: string, { data }: NewEvent | LedgerEvent): Trace | undefined {
  if (!('date' in data) || data.date === undefined) return undefined;
  return { stream, ori: data.ori, month: monthOf(data.date) };
}

/** What of a month is on file in these streams' states. */
export function happeningIn(month: Period, { parts }: ReportState): Happening | undefined {
  for (const { kind, status, date } of parts.values()) {
    if (kind !== 'zero' && status === 'present' && date !== undefined && monthOf(date) === month) return kind;
  }
  return undefined;
}

/**
 * Looks up what happened in the months that zero reports speak of. A report stands in the month in which it was
 * submitted, its own or a later one, so those are listed, and each stream that is found is read for what became of it.
 * Only zero reports pay for this.
 *
 * The list is an index and may lag behind; the streams do not. `filed` is what the same chunk has just filed, so all
 * that can be missed is a report which another chunk filed within that lag. Then the zero report is filed as if it had
 * come before that report, and to such a pair nobody objects: the report takes the place of the zero report.
 */
export class Happenings {
  readonly #ledger: Ledger;
  readonly #filed: readonly Trace[];
  readonly #listed = new Map<string, Promise<Trace[]>>();

  constructor(ledger: Ledger, filed: readonly Trace[]) {
    this.#ledger = ledger;
    this.#filed = filed;
  }

  /** What had happened, as far as it was on file before this record of this submission. */
  async before({ key: { ori, number: month, period }, stamp }: ReportCommand): Promise<Happening | undefined> {
    const today = stamp.at.slice(0, 7);
    const seen = new Set<string>();
    for await (const trace of this.#traces(ori, month, today > period ? today : period)) {
      if (trace.ori !== ori || trace.month !== month || seen.has(trace.stream)) continue;
      seen.add(trace.stream);
      const happening = happeningIn(month, stateBefore(await this.#ledger.read(trace.stream), stamp.cause));
      if (happening) return happening;
    }
    return undefined;
  }

  async *#traces(ori: string, first: Period, last: Period): AsyncGenerator<Trace> {
    yield* this.#filed;
    for (let period = first; period <= last; period = monthAfter(period)) yield* await this.#list(ori, period);
  }

  #list(ori: string, period: Period): Promise<Trace[]> {
    const key = `${ori} ${period}`;
    const listed = this.#listed.get(key) ?? this.#read(ori, period);
    this.#listed.set(key, listed);
    return listed;
  }

  async #read(ori: string, period: Period): Promise<Trace[]> {
    const events = await this.#ledger.listMonth(ori, period);
    return events.map((event) => traceOf(event.stream, event)).filter((trace) => trace !== undefined);
  }
}
