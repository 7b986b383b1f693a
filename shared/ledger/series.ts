import type { Payload } from '../../events/catalog.ts';
import { CorruptDataError, TryAgainError } from '../errors.ts';
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

/** The calendar year in which a number was given: it stands in the transmission's id. */
export function yearOf({ transmission }: TakenNumber): number {
  return Number(transmission.slice(transmission.indexOf('#') + 1).slice(0, 4));
}

/** The last transmission of a period, or undefined when there is none this year. */
export function lastOfPeriod(state: SeriesState, period: string): TakenNumber | undefined {
  return state.taken.findLast((number) => number.period === period);
}

/**
 * Gives the next number of `year`, the one whose stream this is, to a transmission of `period`. The same request again
 * gets no second number: no event. `after` is the last transmission of the year that the caller knows to be finished:
 * throws `TryAgainError` when another one has come since, because what it sends is not known yet.
 */
export function takeNumber(
  state: SeriesState,
  { year, period, after }: { year: number; period: string; after: string | undefined },
  stamp: Stamp,
): NewEvent[] {
  const { request } = stamp.cause;
  if (request !== undefined && state.taken.some((number) => number.request === request && number.period === period)) {
    return [];
  }
  const last = state.taken.at(-1);
  if (last?.transmission !== after) throw new TryAgainError(`Transmission ${last?.transmission} has just been started`);
  const series = (last?.series ?? 0) + 1;
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
