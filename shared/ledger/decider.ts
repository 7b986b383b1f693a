import type { ReadEvent } from '../../events/upcast.ts';
import type { NewEvent } from './port.ts';

/** When, by whom and why: what a decider puts on each event it makes. */
export type Stamp = Pick<NewEvent, 'at' | 'by' | 'cause'>;

/** What deciders look at in an event, recorded or about to be. */
export type Fact = ReadEvent & Pick<NewEvent, 'cause'>;

/** How a stream's state grows out of its events. `version` is that of the last event, 0 where there is none. */
export interface Fold<State extends { version: number }> {
  initialState: State;
  evolve(state: State, event: Fact): State;
}

/** The state of a stream after `events`. */
export function fold<State extends { version: number }>(how: Fold<State>, events: readonly Fact[]): State {
  return events.reduce(how.evolve, how.initialState);
}
