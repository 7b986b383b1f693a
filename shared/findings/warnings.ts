import type { Payload } from '../../events/catalog.ts';
import { CorruptDataError } from '../errors.ts';
import type { Fact, Fold, Stamp } from '../ledger/decider.ts';
import type { LedgerEvent, NewEvent } from '../ledger/port.ts';

type Said = Payload<'WarningSettled'>;

/** What a submission's warnings are settled as; those that are open are not in it. */
export interface WarningsState {
  version: number;
  settled: ReadonlyMap<string, Said>;
  /** Requests that were carried out. */
  requests: ReadonlySet<string>;
}

/** What a warning was settled as, and by whom. */
export interface Settlement {
  as: 'cleared' | 'dismissed';
  reason: string;
  by: string;
  /** ISO 8601, UTC. */
  at: string;
}

/**
 * Settles a warning, or opens it again. No event when it is so already for the same reason, or when the request was
 * carried out before, whatever others have decided since.
 */
export function settleWarning({ settled, requests }: WarningsState, data: Said, stamp: Stamp): NewEvent[] {
  const before = settled.get(data.finding);
  const isSo = before ? before.as === data.as && before.reason === data.reason : data.as === 'open';
  const { request } = stamp.cause;
  if (isSo || (request !== undefined && requests.has(request))) return [];
  return [{ ...stamp, type: 'WarningSettled', data }];
}

/** The settled warnings of a stream's events, by finding. */
export function settlementsIn(events: readonly LedgerEvent[]): Map<string, Settlement> {
  const settlements = new Map<string, Settlement>();
  for (const { type, data, by, at } of events) {
    if (type !== 'WarningSettled') continue;
    const { finding, as, reason } = data;
    if (as === 'open') settlements.delete(finding);
    else settlements.set(finding, { as, reason, by, at });
  }
  return settlements;
}

function evolve(state: WarningsState, { type, data, cause }: Fact): WarningsState {
  const version = state.version + 1;
  if (type !== 'WarningSettled') throw new CorruptDataError(`A stream of warnings holds a ${type} as event ${version}`);
  const others = [...state.settled].filter(([finding]) => finding !== data.finding);
  const settled = new Map(data.as === 'open' ? others : [...others, [data.finding, data]]);
  const requests = cause.request === undefined ? state.requests : new Set([...state.requests, cause.request]);
  return { version, settled, requests };
}

/** How the events on a submission's warnings add up. */
export const warningsFold: Fold<WarningsState> = {
  initialState: { version: 0, settled: new Map(), requests: new Set() },
  evolve,
};
