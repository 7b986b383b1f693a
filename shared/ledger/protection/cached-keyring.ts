import type { Clock } from '../../ports.ts';
import type { DataKey, Half, Keyring } from './keyring.ts';

/** How long and how often a data key is used before a new one is made, and how many opened ones are remembered. */
const limits = { milliseconds: 5 * 60_000, uses: 10_000, remembered: 1_000 };

interface Cached<T> {
  value: Promise<T>;
  until: number;
  uses: number;
}

/**
 * Saves a call to the master key for each report: a data key wraps the keys of many reports, for five minutes or ten
 * thousand uses. Of opened data keys the last thousand are remembered as long.
 */
export class CachedKeyring implements Keyring {
  readonly #keyring: Keyring;
  readonly #clock: Clock;
  readonly #made = new Map<string, Cached<DataKey>>();
  readonly #opened = new Map<string, Cached<Uint8Array>>();

  constructor(keyring: Keyring, clock: Clock) {
    this.#keyring = keyring;
    this.#clock = clock;
  }

  dataKey(half: Half): Promise<DataKey> {
    return this.#once(this.#made, half, () => this.#keyring.dataKey(half));
  }

  unwrapDataKey(half: Half, blob: Uint8Array): Promise<Uint8Array> {
    const name = `${half}#${Buffer.from(blob).toString('base64')}`;
    return this.#once(this.#opened, name, () => this.#keyring.unwrapDataKey(half, blob));
  }

  #once<T>(cache: Map<string, Cached<T>>, name: string, make: () => Promise<T>): Promise<T> {
    const now = this.#clock().getTime();
    const found = cache.get(name);
    if (found && found.until > now && found.uses < limits.uses) {
      found.uses++;
      return found.value;
    }
    const value = make();
    cache.delete(name);
    cache.set(name, { value, until: now + limits.milliseconds, uses: 1 });
    const [oldest] = cache.keys();
    if (cache.size > limits.remembered && oldest !== undefined) cache.delete(oldest);
    // A failure is the caller's to hear, and not to be remembered.
    value.catch(() => cache.delete(name));
    return value;
  }
}
