const minute = 60_000;
/** After so long without a sign of anybody the session is over (CJIS Security Policy, IA: half an hour at AAL2). */
const longestMillis = 30 * minute;
/** So long before that, whoever is there is asked. */
const warningMillis = 2 * minute;

/** Whether somebody is there. */
export type Idleness =
  | { is: 'active' }
  /** Nobody has been for some time; so many seconds are left to say otherwise. */
  | { is: 'warning'; secondsLeft: number }
  | { is: 'over' };

/**
 * How long nobody has been there. It goes by the clock and not by timers, which stand still while a computer sleeps: whoever
 * wakes it after the end does not go on by touching a key.
 */
export class IdleClock {
  readonly #now: () => number;
  #lastSign: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#lastSign = now();
  }

  /** A key or a pointer, or something that goes on by itself. The warning wants more than that. */
  notice(): void {
    if (this.read().is === 'active') this.#lastSign = this.#now();
  }

  /** Somebody says that they are there. */
  stay(): void {
    if (this.read().is !== 'over') this.#lastSign = this.#now();
  }

  read(): Idleness {
    const left = this.#lastSign + longestMillis - this.#now();
    if (left <= 0) return { is: 'over' };
    return left > warningMillis ? { is: 'active' } : { is: 'warning', secondsLeft: Math.ceil(left / 1000) };
  }
}
