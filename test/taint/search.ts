import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  deflateRawSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';

/** Finds values in whatever a run leaves behind, in whatever form they stand there. */

/** Bytes as text, one character a byte. */
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/**
 * A value in plain, in hexadecimal, in Base64 as it looks at each of its three places within a longer text, and
 * compressed by itself; a gzip or zlib stream has the raw deflated value within.
 */
export function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, 'latin1');
  const base64 = [0, 1, 2].map((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
    return shifted.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((shifted.length * 8) / 6));
  });
  const hex = bytes.toString('hex');
  const urlSafe = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const compressed = [deflateRawSync(bytes), brotliCompressSync(bytes)].map(latin1);
  return [...new Set([value, hex, hex.toUpperCase(), ...base64, ...urlSafe, ...compressed])];
}

/** Characters by which a form is looked up; none is shorter. */
const indexed = 8;

/** Looks for all of these values at once. Throws `RangeError` for a value so short that it is found by chance. */
export function searcherFor(values: Iterable<string>): (text: string) => string[] {
  const byStart = new Map<string, { form: string; value: string }[]>();
  for (const value of values) {
    for (const form of formsOf(value)) {
      if (form.length < indexed) throw new RangeError('A value of less than eight characters is found by chance.');
      const start = form.slice(0, indexed);
      byStart.set(start, [...(byStart.get(start) ?? []), { form, value }]);
    }
  }
  return (text) => {
    const found = new Set<string>();
    for (const part of layersOf(text)) {
      for (let place = 0; place + indexed <= part.length; place += 1) {
        for (const { form, value } of byStart.get(part.slice(place, place + indexed)) ?? []) {
          if (part.startsWith(form, place)) found.add(value);
        }
      }
    }
    return [...found];
  };
}

/** How often something may be packed within something packed. */
const depth = 3;

/** The text itself, and whatever is packed or written as Base64 or hexadecimal in it. */
export function layersOf(text: string, left: number = depth): string[] {
  if (left === 0) return [text];
  return [text, ...[...decoded(text), ...unpacked(text)].flatMap((inner) => layersOf(inner, left - 1))];
}

/** What runs of Base64 and of hexadecimal digits say. Shorter ones cannot hold a value that is packed. */
function* decoded(text: string): Generator<string> {
  for (const [run] of text.matchAll(/(?:[0-9a-fA-F]{2}){12,}/g)) yield Buffer.from(run, 'hex').toString('latin1');
  for (const [run] of text.matchAll(/[\w+/-]{16,}/g)) yield Buffer.from(run, 'base64').toString('latin1');
}

const limit = { maxOutputLength: 2 ** 24 };
/** Of a stream that is cut off, all that can be read. */
const cutOff = { ...limit, finishFlush: constants.Z_SYNC_FLUSH };

/** By how they begin. The header of gzip has ten bytes, where no file name is in it; what follows is raw. */
const marked: readonly (readonly [start: string, unpack: (bytes: Buffer) => Buffer])[] = [
  ['\u001f\u008b\u0008\u0000', (bytes) => inflateRawSync(bytes.subarray(10), cutOff)],
  ...['x\u0001', 'x\u005e', 'x\u009c', 'x\u00da'].map(
    (start) => [start, (bytes: Buffer) => inflateSync(bytes, cutOff)] as const,
  ),
];
/** These have no mark by which to find them, so they are tried where something begins. */
const unmarked = [
  (bytes: Buffer) => inflateRawSync(bytes, cutOff),
  (bytes: Buffer) => brotliDecompressSync(bytes, limit),
];

function* unpacked(text: string): Generator<string> {
  for (const [start, unpack] of marked) {
    for (let place = text.indexOf(start); place >= 0; place = text.indexOf(start, place + 1)) {
      yield* attempt(unpack, text.slice(place));
    }
  }
  for (const unpack of unmarked) yield* attempt(unpack, text);
}

/** Most of what looks packed is not. */
function* attempt(unpack: (bytes: Buffer) => Buffer, text: string): Generator<string> {
  try {
    const inner = latin1(unpack(Buffer.from(text, 'latin1')));
    if (inner !== '') yield inner;
  } catch {
    // It is not packed this way.
  }
}
