import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CorruptDataError } from '../../errors.ts';
import { CachedKeyring } from './cached-keyring.ts';
import { type HalfPlace, openHalf, sealHalf } from './halves.ts';
import { type DataKey, type Half, type Keyring, RawKeyring } from './keyring.ts';
import { createReportKey, unwrapReportKey } from './report-keys.ts';

const key = randomBytes(32);
const place: HalfPlace = { half: 'federal', stream: 'report#MO0110100#1', version: 1 };

describe('a half of a report', () => {
  it.each<Half>(['federal', 'state'])('comes back as it was: %s', (half) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(openHalf(key, { ...place, half }, sealHalf(key, { ...place, half }, text))).toBe(text);
      }),
    );
  });

  it.each([
    ['in another stream', { ...place, stream: 'report#MO0110100#2' }],
    ['in another version', { ...place, version: 2 }],
    ['as the other half', { ...place, half: 'state' as const }],
  ])('does not open %s', (_, elsewhere) => {
    const sealed = sealHalf(key, place, 'lines');
    expect(() => openHalf(key, elsewhere, sealed)).toThrow(CorruptDataError);
  });

  it('does not open when a byte of it was changed or lost, or with another key', () => {
    const sealed = sealHalf(key, place, 'lines');
    for (const index of sealed.keys()) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(() => openHalf(key, place, changed)).toThrow(CorruptDataError);
    }
    expect(() => openHalf(key, place, sealed.subarray(0, 20))).toThrow(CorruptDataError);
    expect(() => openHalf(randomBytes(32), place, sealed)).toThrow(CorruptDataError);
  });

  it('of the state has a length that does not tell one value from another', () => {
    const lengthOf = (value: string) => sealHalf(key, { ...place, half: 'state' }, `{"value":"${value}"}`).length;
    expect(new Set(['', 'A', 'AAAA', 'CITIZEN', 'NOT DETERMINED'].map(lengthOf)).size).toBe(1);
  });
});

describe('the key of a report', () => {
  const keyring = new RawKeyring({ federal: randomBytes(32), state: randomBytes(32) });

  it('comes back from its wrapping, for its report and half alone', async () => {
    const { key, wrapped } = await createReportKey(keyring, 'state', place.stream);
    expect(await unwrapReportKey(keyring, 'state', place.stream, wrapped)).toEqual(key);
    await expect(unwrapReportKey(keyring, 'state', 'report#other', wrapped)).rejects.toThrow(CorruptDataError);
    await expect(unwrapReportKey(keyring, 'federal', place.stream, wrapped)).rejects.toThrow(CorruptDataError);
    await expect(unwrapReportKey(keyring, 'state', place.stream, wrapped.subarray(0, 40))).rejects.toThrow(/cut short/);
  });

  it('of a half without a master key can be neither made nor opened', async () => {
    const { wrapped } = await createReportKey(keyring, 'state', place.stream);
    const federalOnly = new RawKeyring({ federal: randomBytes(32) });
    await expect(createReportKey(federalOnly, 'state', place.stream)).rejects.toMatchObject({ code: 'configuration' });
    await expect(unwrapReportKey(federalOnly, 'state', place.stream, wrapped)).rejects.toThrow(/no key for state/);
  });
});

describe('the cache of data keys', () => {
  it('asks for a new key after five minutes or ten thousand uses, and for each half apart', async () => {
    const { counted, cached, pass } = cachedKeyring();
    const first = await cached.dataKey('federal');
    for (let use = 2; use <= 10_000; use++) await cached.dataKey('federal');
    expect(counted.made).toBe(1);
    expect(await cached.dataKey('federal')).not.toBe(first);
    await cached.dataKey('state');
    expect(counted.made).toBe(3);
    pass(5 * 60_000);
    await cached.dataKey('state');
    expect(counted.made).toBe(4);
  });

  it('remembers opened keys, not failures', async () => {
    const { counted, cached } = cachedKeyring();
    const { key, blob } = await cached.dataKey('federal');
    for (let use = 0; use < 3; use++) expect(await cached.unwrapDataKey('federal', blob)).toEqual(key);
    expect(counted.opened).toBe(1);
    for (let use = 0; use < 2; use++)
      await expect(cached.unwrapDataKey('state', blob)).rejects.toThrow(CorruptDataError);
    expect(counted.opened).toBe(3);
  });
});

function cachedKeyring() {
  const source = new RawKeyring({ federal: randomBytes(32), state: randomBytes(32) });
  const counted = { made: 0, opened: 0 };
  const keyring: Keyring = {
    dataKey(half): Promise<DataKey> {
      counted.made++;
      return source.dataKey(half);
    },
    unwrapDataKey(half, blob) {
      counted.opened++;
      return source.unwrapDataKey(half, blob);
    },
  };
  let now = Date.parse('2026-10-05T08:30:00Z');
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { counted, cached: new CachedKeyring(keyring, () => new Date(now)), pass };
}
