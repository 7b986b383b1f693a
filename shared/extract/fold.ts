import { compareText } from '../compare.ts';
import type { LedgerEvent } from '../ledger/port.ts';
import { kindOfEvent } from '../ledger/reports/state.ts';
import type { ReportKind } from '../nibrs/model/index.ts';
import { entryOf, keyOf } from './month.ts';

/** An event that leaves its report present. */
export type PresentEvent = LedgerEvent<
  'IncidentReported' | 'IncidentReplaced' | 'ArrestReported' | 'ArrestReplaced' | 'ZeroReportFiled'
>;

/** What a month sends about one report: a delete, an insert, or a delete and then an insert. */
export interface MonthAction {
  stream: string;
  kind: ReportKind;
  number: string;
  part: string;
  /** Version of the event whose content the FBI has from an earlier month and must delete. */
  deletes?: number | undefined;
  /** The event whose content is sent. */
  inserts?: PresentEvent | undefined;
  /** Version of the report's last event in the month. */
  version: number;
}

/**
 * Turns all events of one agency and period into what that month sends. A report's first event in the month tells
 * whether it was there before (it names the version that stood in an earlier period), its last event whether it is
 * there after. Reported and deleted within the month: nothing. Ordered by kind, number and part.
 */
export function foldMonth(events: readonly LedgerEvent[]): MonthAction[] {
  const actions: MonthAction[] = [];
  for (const history of Map.groupBy(events.filter(isChange), reportOf).values()) {
    const ordered = history.toSorted((a, b) => a.version - b.version);
    const [first, last] = [ordered[0], ordered.at(-1)];
    if (first && last) actions.push(actionOf(first, last));
  }
  const sent = actions.filter(({ deletes, inserts }) => deletes !== undefined || inserts !== undefined);
  return sent.sort(byKindAndNumber);
}

type Change = PresentEvent | LedgerEvent<'IncidentDeleted' | 'ArrestDeleted' | 'ZeroReportWithdrawn'>;

function isChange(event: LedgerEvent): event is Change {
  return entryOf(event.stream, event.version, event) !== undefined;
}

function isPresent(event: Change): event is PresentEvent {
  return entryOf(event.stream, event.version, event)?.status === 'present';
}

function reportOf(event: Change): string {
  return keyOf({ stream: event.stream, part: event.data.part });
}

function actionOf(first: Change, last: Change): MonthAction {
  return {
    stream: first.stream,
    kind: kindOfEvent(first),
    number: first.data.number,
    part: first.data.part,
    deletes: 'previous' in first.data ? first.data.previous.version : undefined,
    inserts: isPresent(last) ? last : undefined,
    version: last.version,
  };
}

const order: Readonly<Record<ReportKind, number>> = { incident: 0, arrest: 1, zero: 2 };

function byKindAndNumber(a: MonthAction, b: MonthAction): number {
  return order[a.kind] - order[b.kind] || compareText(a.number, b.number) || compareText(a.part, b.part);
}
