import { setTimeout } from 'node:timers/promises';

/** Waits before the next attempt; `attempt` counts the failed ones, from 1. */
export type Backoff = (attempt: number) => Promise<void>;

/** Doubling from 20 ms to 1 s, a random share of it, so that those who collided do not collide again. */
export const backoff: Backoff = (attempt) => setTimeout(Math.random() * Math.min(1_000, 10 * 2 ** attempt));
