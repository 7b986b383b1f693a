import { type Authority, Problem, unreachable } from './api.ts';
import type { Token } from './sign-in.ts';

/** A token this close to its end is not used any more. */
const reserveMillis = 10_000;

/** What a session has done elsewhere. */
export interface SessionDoes {
  now(): number;
  /** The token that comes after one; nothing where the person has to sign in again. Throws when it cannot be asked for. */
  renew(token: Token): Promise<Token | undefined>;
  /** Whether something would be lost with the page. */
  isUnfinished(): boolean;
  /** Goes to sign in, and never comes back. */
  signIn(): Promise<never>;
}

/**
 * Somebody's session: an access token, which is followed by the next one without their noticing. When there is no next one
 * they are sent to sign in again, but where that would lose something, calls fail and whoever listens is told.
 */
export class Session implements Authority {
  readonly #does: SessionDoes;
  readonly #listeners = new Set<() => void>();
  #token: Token;
  #renewal: Promise<void> | undefined;

  constructor(token: Token, does: SessionDoes) {
    this.#token = token;
    this.#does = does;
  }

  /** Calls `listener` each time that a call fails because the session has ended, until what it returns is called. */
  onEnded(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The last token: what has to be revoked. */
  get last(): Token {
    return this.#token;
  }

  async token(): Promise<string> {
    if (this.#does.now() >= this.#token.endsAt - reserveMillis) await this.#renew();
    return this.#token.value;
  }

  async tokenAfter(refused: string): Promise<string> {
    // Another call may have been refused with the same token, and have been quicker.
    if (refused === this.#token.value) await this.#renew();
    return this.#token.value;
  }

  refused(): Problem {
    const until = new Date(this.#token.endsAt).toLocaleTimeString();
    return new Problem({
      type: 'urn:nibrs-ledger:token',
      title: 'You are signed in, but the repository does not accept it',
      status: 401,
      detail: `Check the clock of this computer: by it, you are signed in until ${until}. If it is right, tell the state program.`,
    });
  }

  /** One renewal at a time, for whoever waits for it. */
  #renew(): Promise<void> {
    this.#renewal ??= this.#renewOnce().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #renewOnce(): Promise<void> {
    const next = await this.#does.renew(this.#token).catch(() => {
      throw unreachable;
    });
    if (next) this.#token = next;
    else await this.#end();
  }

  async #end(): Promise<never> {
    if (!this.#does.isUnfinished()) return this.#does.signIn();
    for (const listener of this.#listeners) listener();
    throw ended;
  }
}

const ended = new Problem({
  type: 'urn:nibrs-ledger:session-ended',
  title: 'Your session has ended',
  status: 401,
  detail: 'Sign in again, then do it once more.',
});
