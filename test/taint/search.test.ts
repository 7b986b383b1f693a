import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { layersOf, searcherFor } from './search.ts';

const value = 'K7Q-é9ZX';
const search = searcherFor([value, 'ANOTHER1']);
const around = (text: string) => `{"findings":["before ${text} behind"]}`;
const sentence = around(value);

const packings: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: gzipSync,
  zlib: deflateSync,
  'raw deflate': deflateRawSync,
  brotli: brotliCompressSync,
};

describe('a value is found', () => {
  it.each([0, 1, 2, 3])('in plain, in Base64 and in hexadecimal, %i characters from the start', (before) => {
    const bytes = Buffer.from(`${'x'.repeat(before)}${value} behind`, 'latin1');
    const hex = bytes.toString('hex');
    for (const text of [bytes.toString('latin1'), bytes.toString('base64'), hex, hex.toUpperCase()]) {
      expect(search(around(text))).toEqual([value]);
    }
    expect(search(around(bytes.toString('base64url')))).toEqual([value]);
  });

  it.each(Object.entries(packings))('packed by %s: as it is, in Base64, in hexadecimal, and twice', (_, pack) => {
    const packed = pack(Buffer.from(sentence, 'latin1'));
    expect(search(packed.toString('latin1'))).toEqual([value]);
    for (const encoding of ['base64', 'hex'] as const) {
      expect(search(around(packed.toString(encoding)))).toEqual([value]);
    }
    expect(search(gzipSync(packed).toString('latin1'))).toEqual([value]);
  });

  it.each(['gzip', 'zlib'])('packed by %s within other bytes, and cut off', (name) => {
    const packed = packings[name]!(
      Buffer.from(`${sentence.repeat(20)}${Array.from({ length: 400 }).join('.x')}`, 'latin1'),
    );
    expect(search(`\u0000\u00ff${packed.toString('latin1')}behind`)).toEqual([value]);
    expect(search(packed.toString('latin1').slice(0, -12))).toEqual([value]);
  });

  it.each(Object.entries(packings))('packed by itself by %s, within other bytes', (_, pack) => {
    expect(search(`\u0000\u00ff${pack(Buffer.from(value, 'latin1')).toString('latin1')}behind`)).toEqual([value]);
  });
});

describe('a search', () => {
  it('finds nothing where nothing is', () => {
    expect(search(around('K7Q-é9ZY'))).toEqual([]);
    expect(search(gzipSync(around('nothing')).toString('base64'))).toEqual([]);
    expect(layersOf('')).toEqual(['']);
  });

  it('takes no value that is found by chance', () => {
    expect(() => searcherFor(['X'])).toThrow(RangeError);
  });
});
