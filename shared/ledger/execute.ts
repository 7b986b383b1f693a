import { TryAgainError } from '../errors.ts';
import { type Backoff, backoff } from './backoff.ts';
import { type Fold, fold } from './decider.ts';
import type { Ledger, NewEvent } from './port.ts';

/** A submission's stream is written by all chunks that run at a time: each needs its turn. */
const attempts = 20;

/** What a command did: the events it added, none when there was nothing to do, and the state after them. */
export interface Executed<State> {
  events: readonly NewEvent[];
  state: State;
}

/**
 * Reads a stream, decides on its state and appends the events; when somebody else wrote in between, does it again.
 * Throws what `decide` throws, and `TryAgainError` when others were faster every time.
 */
export async function execute<State extends { version: number }>(
  ledger: Ledger,
  stream: string,
  how: Fold<State>,
  decide: (state: State) => readonly NewEvent[],
  wait: Backoff = backoff,
): Promise<Executed<State>> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const state = fold(how, await ledger.read(stream));
    const events = decide(state);
    if (events.length === 0) return { events, state };
    const [outcome] = await ledger.append([{ stream, expectedVersion: state.version, events }]);
    if (outcome === 'appended') return { events, state: events.reduce(how.evolve, state) };
    await wait(attempt);
  }
  throw new TryAgainError(`Others wrote to stream ${stream} before us ${attempts} times: try again`);
}
