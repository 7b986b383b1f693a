import { asProblem } from '../api.ts';

export interface Retrying {
  signal: AbortSignal;
  /** Resolves after so long, and at once when the signal ends it. */
  wait(millis: number, signal: AbortSignal): Promise<unknown>;
}

const firstWaitMillis = 1_000;
const mostTries = 5;

/**
 * Tries until it goes well, five times at most, later and later. Throws the last `Problem`, at once where the same again
 * would not help, and what the signal was aborted with.
 */
export async function retrying<R>(attempt: () => Promise<R>, { signal, wait }: Retrying): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      const problem = asProblem(error);
      if (!problem.mayPass || tries === mostTries) throw problem;
      await wait(firstWaitMillis * 2 ** (tries - 1), signal);
    }
  }
}
