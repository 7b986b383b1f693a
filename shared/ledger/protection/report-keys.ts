import { randomBytes } from 'node:crypto';
import { CorruptDataError } from '../../errors.ts';
import { open, overhead, seal } from './cipher.ts';
import type { Half, Keyring } from './keyring.ts';

const keyLength = 32;

/** The keys of one report, each wrapped, as they are stored. Without them its content is gone. */
export type WrappedKeys = { [H in Half]?: Uint8Array };

/** A new key for one half of a report: to use, and wrapped to store. */
export async function createReportKey(keyring: Keyring, half: Half, stream: string) {
  const key = randomBytes(keyLength);
  const dataKey = await keyring.dataKey(half);
  const wrapped: Uint8Array = Buffer.concat([seal(dataKey.key, contextOf(half, stream), key), dataKey.blob]);
  return { key, wrapped };
}

/** The key that `createReportKey` wrapped. Throws `CorruptDataError` when it is not of this report. */
export async function unwrapReportKey(keyring: Keyring, half: Half, stream: string, wrapped: Uint8Array) {
  const end = overhead + keyLength;
  if (wrapped.length <= end) throw new CorruptDataError(`The ${contextOf(half, stream)} is cut short`);
  const dataKey = await keyring.unwrapDataKey(half, wrapped.subarray(end));
  return open(dataKey, contextOf(half, stream), wrapped.subarray(0, end));
}

function contextOf(half: Half, stream: string): string {
  return `key of the ${half} half of ${stream}`;
}
