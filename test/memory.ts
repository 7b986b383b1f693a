import { CorruptDataError } from '../shared/errors.ts';
import type { Log, ObjectLocation, Objects, Outgoing, Queue } from '../shared/ports.ts';

/** Objects in memory; only the newest version of each is kept. */
export interface MemoryObjects extends Objects {
  /** Text by `bucket/key`. */
  readonly contents: Map<string, string>;
}

export function createMemoryObjects(): MemoryObjects {
  const contents = new Map<string, string>();
  return {
    contents,
    async read(location, range) {
      const text = contents.get(nameOf(location));
      if (text === undefined) throw new CorruptDataError(`There is no object ${nameOf(location)}.`);
      const bytes = Buffer.from(text, 'latin1');
      return pieces(range ? bytes.subarray(range.start, range.end + 1) : bytes);
    },
    async current({ bucket, key }) {
      return { bucket, key, versionId: 'newest' };
    },
    async *list(bucket, { prefix, after = '' }) {
      const keys = [...contents.keys()]
        .filter((name) => name.startsWith(`${bucket}/`))
        .map((name) => name.slice(bucket.length + 1));
      yield* keys.filter((key) => key.startsWith(prefix) && key > after).sort();
    },
    async put(location, body) {
      contents.set(nameOf(location), typeof body === 'string' ? body : Buffer.from(body).toString('latin1'));
    },
    async stream(location, body) {
      const parts: Uint8Array[] = [];
      for await (const part of body) parts.push(part);
      contents.set(nameOf(location), Buffer.concat(parts).toString('latin1'));
    },
  };
}

/** A queue in memory. Messages are taken in order; as on SQS, one with a deduplication id seen before is dropped. */
export class MemoryQueue<T> implements Queue<T> {
  readonly messages: Outgoing<T>[] = [];
  readonly #seen = new Set<string>();

  async send(messages: readonly Outgoing<T>[]): Promise<void> {
    for (const message of messages) {
      if (message.dedupe !== undefined && this.#seen.has(message.dedupe)) continue;
      if (message.dedupe !== undefined) this.#seen.add(message.dedupe);
      this.messages.push(JSON.parse(JSON.stringify(message)));
    }
  }

  /** Takes the next message away; undefined when there is none. */
  take(): T | undefined {
    return this.messages.shift()?.body;
  }
}

/** Says nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

function nameOf({ bucket, key }: ObjectLocation): string {
  return `${bucket}/${key}`;
}

/** Pieces of an awkward size, so that records and reports are cut by them. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000);
}
