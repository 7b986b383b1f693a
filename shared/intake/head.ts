import { SNIFFED_BYTES } from './sniff.ts';

/** The first bytes of a stream, and the whole stream still to be read, those included. */
export async function readHeadOf(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < SNIFFED_BYTES) {
    const { done, value } = await iterator.next();
    if (done) break;
    parts.push(value);
    bytes += value.byteLength;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* parts;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(parts), all: all() };
}
