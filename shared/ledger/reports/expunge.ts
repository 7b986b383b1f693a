import type { Payload } from '../../../events/catalog.ts';
import type { Fact, Fold, Stamp } from '../decider.ts';
import type { NewEvent } from '../port.ts';
import { agencyPeriod } from '../streams.ts';
import { kindOfEvent } from './state.ts';

/** What an order to expunge a report names: all that an agency has filed under a number. */
export interface ExpungementOrder {
  ori: string;
  number: string;
  /** What the order is filed under. */
  order: string;
}

/** A part of a report and a month in which it had content. */
type Content = Pick<Payload<'ReportExpunged'>, 'kind' | 'part' | 'period'>;

/** What is on file under a number, as an order to expunge it sees it. */
export interface ExpungementState {
  version: number;
  /** By part and month. */
  contents: ReadonlyMap<string, Content>;
  expunged: boolean;
  /** Requests whose work is done. */
  completed: ReadonlySet<string>;
}

/**
 * The events that expunge what is on file under a number: one for each part and month with content, the months in their
 * order, so that the last one tells where a part stood last. None when it was expunged before, under whatever order, and
 * none when there is nothing under the number.
 */
export function expunge(state: ExpungementState, { ori, number, order }: ExpungementOrder, stamp: Stamp): NewEvent[] {
  if (state.expunged || state.version === 0) return [];
  if (state.contents.size === 0) return [{ ...stamp, type: 'SupplementExpunged', data: { ori, number, order } }];
  const contents = [...state.contents.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
  return contents.map((content) => ({
    ...stamp,
    type: 'ReportExpunged',
    data: { ori, number, ...content, order },
    agencyPeriod: agencyPeriod(ori, content.period),
  }));
}

/** The work of a request is done; again is no event. */
export function complete(
  state: ExpungementState,
  data: Payload<'ExpungementCompleted'>,
  stamp: Stamp & { cause: { request: string } },
): NewEvent[] {
  return state.completed.has(stamp.cause.request) ? [] : [{ ...stamp, type: 'ExpungementCompleted', data }];
}

function evolve(state: ExpungementState, event: Fact): ExpungementState {
  const version = state.version + 1;
  switch (event.type) {
    case 'IncidentReported':
    case 'IncidentReplaced':
    case 'ArrestReported':
    case 'ArrestReplaced': {
      const { part, period } = event.data;
      const kind = kindOfEvent(event) === 'incident' ? 'incident' : 'arrest';
      const contents = new Map([...state.contents, [`${kind}#${part}#${period}`, { kind, part, period } as const]]);
      return { ...state, version, contents };
    }
    case 'ReportExpunged':
    case 'SupplementExpunged':
      return { ...state, version, expunged: true };
    case 'ExpungementCompleted':
      return { ...state, version, completed: new Set([...state.completed, event.cause.request ?? '']) };
    default:
      return { ...state, version };
  }
}

/** How the events under a number add up for an order to expunge it. */
export const expungementFold: Fold<ExpungementState> = {
  initialState: { version: 0, contents: new Map(), expunged: false, completed: new Set() },
  evolve,
};
