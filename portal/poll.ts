import { asProblem, type Problem } from './api.ts';

export interface Polling<R> {
  signal: AbortSignal;
  ask(): Promise<R>;
  tell(news: { data?: R; problem: Problem | undefined }): void;
  /** Whether more is to be expected after this reply. */
  goesOn(reply: R): boolean;
  /** Resolves after so long, and at once when the signal ends it. */
  wait(millis: number): Promise<void>;
}

const firstWaitMillis = 1_000;
const longestWaitMillis = 20_000;

/**
 * Asks, and again for as long as more is to be expected: soon after a reply that is new, later and later after the same one.
 * What was under way goes on after a failure that may pass. Tells nothing once the signal has ended it.
 */
export async function poll<R>({ signal, ask, tell, goesOn, wait }: Polling<R>): Promise<void> {
  let millis = firstWaitMillis;
  let last = '';
  let more = true;
  while (more) {
    try {
      const data = await ask();
      if (signal.aborted) return;
      tell({ data, problem: undefined });
      const text = JSON.stringify(data);
      millis = text === last ? longer(millis) : firstWaitMillis;
      last = text;
      more = goesOn(data);
    } catch (error) {
      if (signal.aborted) return;
      const problem = asProblem(error);
      tell({ problem });
      millis = longer(millis);
      more = problem.mayPass && last !== '';
    }
    if (more) await wait(millis);
    if (signal.aborted) return;
  }
}

function longer(millis: number): number {
  return Math.min(millis * 1.5, longestWaitMillis);
}

/** After so long; at once when the signal ends it. */
export function after(millis: number, signal: AbortSignal): Promise<void> {
  return until(signal, (done) => setTimeout(done, millis));
}

/** After so long, and when somebody sees the page; at once when the signal ends it. */
export async function seenAfter(millis: number, signal: AbortSignal): Promise<void> {
  await after(millis, signal);
  while (document.hidden && !signal.aborted) {
    await until(signal, (done) => document.addEventListener('visibilitychange', done, { once: true }));
  }
}

function until(signal: AbortSignal, wait: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    wait(resolve);
  });
}
