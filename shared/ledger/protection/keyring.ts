import { randomBytes } from 'node:crypto';
import { ConfigurationError } from '../../errors.ts';
import { open, seal } from './cipher.ts';

/** What the FBI defines, and what only the state does: encrypted apart, under keys that different roles may use. */
export const halves = ['federal', 'state'] as const;
export type Half = (typeof halves)[number];

/** A key to wrap report keys with, and the blob from which whoever may use the half's master key gets it back. */
export interface DataKey {
  key: Uint8Array;
  blob: Uint8Array;
}

/** Keys that are never stored in the clear. Adapters: `RawKeyring` here, `shared/aws/kms-keyring.ts`. */
export interface Keyring {
  /** A new data key. Throws `ConfigurationError` where this process has no key for the half. */
  dataKey(half: Half): Promise<DataKey>;
  /** The data key in `blob`. Throws `ConfigurationError` where this process has no key for the half. */
  unwrapDataKey(half: Half, blob: Uint8Array): Promise<Uint8Array>;
}

/** What to throw where a process meets a half it has no key for. */
export function noKeyFor(half: Half): ConfigurationError {
  return new ConfigurationError(
    `This process has no key for ${half} halves of reports: it neither writes nor opens them. If it should, grant its ` +
      'role the key and set it in its environment',
  );
}

/** Master keys of 32 bytes given by the caller; leave `state` out for a process that must not see state halves. */
export class RawKeyring implements Keyring {
  readonly #masterKeys: Partial<Record<Half, Uint8Array>>;

  constructor(masterKeys: { federal?: Uint8Array; state?: Uint8Array }) {
    this.#masterKeys = masterKeys;
  }

  async dataKey(half: Half): Promise<DataKey> {
    const key = randomBytes(32);
    return { key, blob: seal(this.#masterKey(half), half, key) };
  }

  async unwrapDataKey(half: Half, blob: Uint8Array): Promise<Uint8Array> {
    return open(this.#masterKey(half), half, blob);
  }

  #masterKey(half: Half): Uint8Array {
    const key = this.#masterKeys[half];
    if (!key) throw noKeyFor(half);
    return key;
  }
}
