import { CorruptDataError } from '../shared/errors.ts';
import type { Log, ObjectLocation, Objects, Outgoing, Queue } from '../shared/ports.ts';

/** Objects in memory. Of those in the bucket `inbox` every version is kept, as it is in the cloud. */
export interface MemoryObjects extends Objects {
  /** The newest text by `bucket/key`. */
  readonly contents: Map<string, string>;
}

interface Version extends ObjectLocation {
  text: string;
}

export function createMemoryObjects(): MemoryObjects {
  const contents = new Map<string, string>();
  let versions: Version[] = [];
  let written = 0;

  const versionsOf = ({ bucket, key }: ObjectLocation) =>
    versions.filter((of) => of.bucket === bucket && of.key === key);
  const write = ({ bucket, key }: ObjectLocation, text: string) => {
    written += 1;
    contents.set(nameOf({ bucket, key }), text);
    if (bucket === 'inbox') versions.push({ bucket, key, versionId: `version-${written}`, text });
  };
  const textOf = (location: ObjectLocation) => {
    const { versionId } = location;
    if (versionId === undefined) return contents.get(nameOf(location));
    return versionsOf(location).find((version) => version.versionId === versionId)?.text;
  };

  return {
    contents,
    async read(location, range) {
      const text = textOf(location);
      if (text === undefined) throw new CorruptDataError(`There is no object ${nameOf(location)}.`);
      const bytes = Buffer.from(text, 'latin1');
      return pieces(range ? bytes.subarray(range.start, range.end + 1) : bytes);
    },
    async current({ bucket, key }) {
      if (!contents.has(nameOf({ bucket, key }))) throw new CorruptDataError(`There is no object ${bucket}/${key}.`);
      return { bucket, key, versionId: versionsOf({ bucket, key }).at(-1)?.versionId };
    },
    async *list(bucket, { prefix, after = '' }) {
      const keys = [...contents.keys()]
        .filter((name) => name.startsWith(`${bucket}/`))
        .map((name) => name.slice(bucket.length + 1));
      yield* keys.filter((key) => key.startsWith(prefix) && key > after).sort();
    },
    async *versions(location) {
      for (const { text: _, ...version } of versionsOf(location)) yield version;
    },
    async delete(location) {
      const { versionId } = location;
      if (versionId === undefined) contents.delete(nameOf(location));
      else versions = versions.filter((version) => version.versionId !== versionId);
    },
    async put(location, body) {
      write(location, typeof body === 'string' ? body : Buffer.from(body).toString('latin1'));
    },
    async stream(location, body) {
      const parts: Uint8Array[] = [];
      for await (const part of body) parts.push(part);
      write(location, Buffer.concat(parts).toString('latin1'));
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
