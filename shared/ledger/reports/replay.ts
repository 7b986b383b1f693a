import type { Cause } from '../../../events/envelope.ts';
import { fold } from '../decider.ts';
import type { LedgerEvent } from '../port.ts';
import { type ReportState, reportFold } from './state.ts';

/**
 * The state of a report as it was before this record of this submission: that after the events before the first one
 * which this record, or a later record of the same submission, caused.
 *
 * A chunk may be delivered again, whole or after a crash halfway. Its first delivery has then left some or all of its
 * events at the end of the stream, in the order of the records; deciding a record on the state before it gives the same
 * decision as the first time, also where that decision was no event. Then append its events unless `isReplay` says
 * that this was decided before. This holds as long as no other chunk of the agency was processed in between, which the order
 * within a FIFO group grants until a chunk is done; a chunk that its submission has on record as done is not decided.
 */
export function stateBefore(events: readonly LedgerEvent[], cause: Cause): ReportState {
  return fold(reportFold, eventsBefore(events, cause));
}

/** The events that `stateBefore` adds up. */
export function eventsBefore(events: readonly LedgerEvent[], cause: Cause): readonly LedgerEvent[] {
  const first = firstCausedSince(events, cause);
  return first < 0 ? events : events.slice(0, first);
}

/** Whether this record of this submission, or a later one, has left events in the stream: then it was decided before. */
export function isReplay(events: readonly LedgerEvent[], cause: Cause): boolean {
  return firstCausedSince(events, cause) >= 0;
}

/** Whether this very record of this submission has left events in the stream. */
export function hasLeftEvents(events: readonly LedgerEvent[], { submission, record }: Cause): boolean {
  return events.some(({ cause }) => cause.submission === submission && cause.record === record);
}

function firstCausedSince(events: readonly LedgerEvent[], { submission, record = 0 }: Cause): number {
  if (submission === undefined) return -1;
  return events.findIndex(({ cause }) => cause.submission === submission && (cause.record ?? 0) >= record);
}
