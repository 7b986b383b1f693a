import type { Payload } from '../../events/catalog.ts';
import { CorruptDataError } from '../errors.ts';
import type { Fact, Fold, Stamp } from './decider.ts';
import type { NewEvent } from './port.ts';

/** A number that was given out, and the request it was given to. */
export interface TakenNumber extends Payload<'SeriesNumberTaken'> {
  request?: string | undefined;
}

/** The numbers of a year's transmissions, from 1, in the order they were given out. */
export interface SeriesState {
  version: number;
  taken: readonly TakenNumber[];
}

/** The last transmission of a period, or undefined when there is none this year. */
export function lastOfPeriod(state: SeriesState, period: string): TakenNumber | undefined {
  return state.taken.findLast((number) => number.period === period);
}

/**
 * Gives the next number of `year`, the one whose stream this is, to a transmission of `period`. The same request again
 * gets no second number: no event.
 */
export function takeNumber(
  state: SeriesState,
  { year, period }: { year: number; period: string },
  stamp: Stamp,
): NewEvent[] {
  const { request } = stamp.cause;
  if (request !== undefined && state.taken.some((number) => number.request === request && number.period === period)) {
    return [];
  }
  const series = (state.taken.at(-1)?.series ?? 0) + 1;
  const transmission = `${period}#${year}-${String(series).padStart(3, '0')}`;
  return [{ ...stamp, type: 'SeriesNumberTaken', data: { series, transmission, period } }];
}

function evolve(state: SeriesState, event: Fact): SeriesState {
  const version = state.version + 1;
  if (event.type !== 'SeriesNumberTaken') {
    throw new CorruptDataError(`A year's series stream holds a ${event.type} as event ${version}`);
  }
  return { version, taken: [...state.taken, { ...event.data, request: event.cause.request }] };
}

/** How a year's numbers add up. */
export const seriesFold: Fold<SeriesState> = { initialState: { version: 0, taken: [] }, evolve };
