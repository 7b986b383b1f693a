import { setTimeout as sleep } from 'node:timers/promises';
import { TryAgainError } from '../../shared/errors.ts';

const attempts = 6;
const firstPause = 500;

/** A request that failed in a way that may pass. */
export class PassingFailure extends Error {}

/**
 * Does something until it goes well, waiting longer each time while what it throws is a `PassingFailure`, or nothing came
 * back at all. Throws `TryAgainError`, which says `what`, when it did not go well in half a minute.
 */
export async function persist<Result>(attempt: () => Promise<Result>, what: string): Promise<Result> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (cause) {
      if (!mayPass(cause)) throw cause;
      if (count === attempts) throw new TryAgainError(`${what}. Try again; it goes on where it was.`, { cause });
      const pause = firstPause * 2 ** (count - 1);
      await sleep(pause / 2 + (Math.random() * pause) / 2);
    }
  }
}

/** `fetch` throws a TypeError when nothing came back. */
function mayPass(error: unknown): boolean {
  return error instanceof PassingFailure || error instanceof TypeError;
}
