import type { Payload } from '../../events/catalog.ts';
import { CorruptDataError } from '../errors.ts';
import type { Fact, Fold, Stamp } from '../ledger/decider.ts';
import type { NewEvent } from '../ledger/port.ts';

/** Who read or counted state elements in a month. */
export interface AccessState {
  version: number;
  /** Counts on record, by `countKey`. */
  counted: ReadonlySet<string>;
}

/** Somebody is about to be shown state elements. Each read is on record for itself, however often the same is read. */
export function recordRead(data: Payload<'StateElementsRead'>, stamp: Stamp): NewEvent[] {
  return [{ ...stamp, type: 'StateElementsRead', data }];
}

/** What was counted for a request, month by month; months on record for the same request are no event again. */
export function recordCounts(
  { counted }: AccessState,
  counts: readonly Payload<'StateElementsCounted'>[],
  stamp: Stamp,
): NewEvent[] {
  const { request } = stamp.cause;
  const fresh = counts.filter(({ period }) => !counted.has(countKey(request, period)));
  return fresh.map((data) => ({ ...stamp, type: 'StateElementsCounted', data }));
}

function evolve(state: AccessState, event: Fact): AccessState {
  const version = state.version + 1;
  switch (event.type) {
    case 'StateElementsRead':
      return { ...state, version };
    case 'StateElementsCounted': {
      const key = countKey(event.cause.request, event.data.period);
      return { version, counted: new Set([...state.counted, key]) };
    }
    default:
      throw new CorruptDataError(`A month's access stream holds a ${event.type} as event ${version}`);
  }
}

function countKey(request: string | undefined, period: string): string {
  return `${request}#${period}`;
}

/** How the accesses of a month add up. */
export const accessFold: Fold<AccessState> = { initialState: { version: 0, counted: new Set() }, evolve };
