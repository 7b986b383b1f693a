import { CorruptDataError } from '../../errors.ts';
import type { LedgerEvent, NewEvent } from '../port.ts';
import { openHalf, sealHalf } from './halves.ts';
import { type Half, halves, type Keyring } from './keyring.ts';
import { createReportKey, unwrapReportKey, type WrappedKeys } from './report-keys.ts';

/** The halves of one event, encrypted. */
export type SealedHalves = { [H in Half]?: Uint8Array };

/** Encrypted halves, event by event, and the keys that were made for them, to be stored with them. */
export interface SealedEvents {
  events: SealedHalves[];
  newKeys: WrappedKeys;
}

/**
 * Encrypts the halves of events that follow `version` in a stream, under the stream's `keys`; a half that has no key
 * yet gets one. Throws `ConfigurationError` where the process has no key for a half that an event has.
 */
export async function sealEvents(
  keyring: Keyring,
  { stream, version, keys }: { stream: string; version: number; keys: WrappedKeys },
  events: readonly NewEvent[],
): Promise<SealedEvents> {
  const sealed: SealedEvents = { events: events.map(() => ({})), newKeys: {} };
  for (const half of halves) {
    if (events.every((event) => event[half] === undefined)) continue;
    const key = await keyFor(keyring, half, stream, keys, sealed.newKeys);
    for (const [index, event] of events.entries()) {
      const text = event[half];
      const slot = sealed.events[index];
      if (text === undefined || !slot) continue;
      slot[half] = sealHalf(key, { half, stream, version: version + index + 1 }, text);
    }
  }
  return sealed;
}

async function keyFor(keyring: Keyring, half: Half, stream: string, keys: WrappedKeys, newKeys: WrappedKeys) {
  const stored = keys[half];
  if (stored) return unwrapReportKey(keyring, half, stream, stored);
  const { key, wrapped } = await createReportKey(keyring, half, stream);
  newKeys[half] = wrapped;
  return key;
}

/**
 * Decrypts one half of each event, undefined for an event without it; `keysOf` finds the wrapped keys of streams.
 * Throws `ConfigurationError` where the process has no key for the half, `CorruptDataError` where a stream's key is
 * gone or a half does not open.
 */
export async function openEvents(
  keyring: Keyring,
  half: Half,
  events: readonly LedgerEvent[],
  keysOf: (streams: string[]) => Promise<ReadonlyMap<string, WrappedKeys>>,
): Promise<(string | undefined)[]> {
  const streams = new Set(events.filter((event) => event[half]).map(({ stream }) => stream));
  const wrapped = await keysOf([...streams]);
  const keys = new Map<string, Uint8Array>();
  for (const stream of streams) {
    const key = wrapped.get(stream)?.[half];
    if (!key)
      throw new CorruptDataError(`The key of the ${half} half of ${stream} is gone: its content cannot be read`);
    keys.set(stream, await unwrapReportKey(keyring, half, stream, key));
  }
  return events.map((event) => {
    const blob = event[half];
    const key = keys.get(event.stream);
    return blob && key ? openHalf(key, { half, stream: event.stream, version: event.version }, blob) : undefined;
  });
}
