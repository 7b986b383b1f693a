/** Where an object is; `versionId` where the bucket has versions. */
export interface ObjectLocation {
  bucket: string;
  key: string;
  versionId?: string | undefined;
}

/** Objects in buckets. Adapter: `shared/aws/objects.ts`. */
export interface Objects {
  /** The bytes, or those from `start` to `end` (both inclusive, 0-based). Throws `CorruptDataError` when there is no such object. */
  read(location: ObjectLocation, range?: { start: number; end: number }): Promise<AsyncIterable<Uint8Array>>;
  /** The newest version of an object, so that what is read later is the same. Throws `CorruptDataError` as `read` does. */
  current(location: ObjectLocation): Promise<ObjectLocation>;
  /** Keys that begin with `prefix` and come after `after`, in the order of their bytes; what was written is listed at once. */
  list(bucket: string, range: { prefix: string; after?: string }): AsyncIterable<string>;
  /** All versions of a key, the newest too, and delete markers; none where the bucket has no versions. */
  versions(location: ObjectLocation): AsyncIterable<ObjectLocation>;
  /** Deletes a version for good; without a version, what is there now. What is gone already is no error. */
  delete(location: ObjectLocation): Promise<void>;
  /** Writes an object whole. */
  put(location: ObjectLocation, body: string | Uint8Array, contentType: string): Promise<void>;
  /** Writes an object from a stream of unknown length, in constant memory. */
  stream(location: ObjectLocation, body: AsyncIterable<Uint8Array>, contentType: string): Promise<void>;
}

/** A link to an object, good until `expires` for anybody who has it. */
export interface DownloadLink {
  url: string;
  fileName: string;
  /** ISO 8601, UTC. */
  expires: string;
}

/** Gives links to objects, under which they are downloaded as a file of this name. Adapter: `shared/aws/downloads.ts`. */
export type LinkTo = (location: ObjectLocation, fileName: string) => Promise<DownloadLink>;

/** A message to send. `group` orders and `dedupe` deduplicates on FIFO queues; neither is used on standard ones. */
export interface Outgoing<T> {
  body: T;
  group?: string;
  dedupe?: string;
}

/** A queue that takes messages of one shape. Adapter: `shared/aws/queue.ts`. Throws when any message was not taken. */
export interface Queue<T> {
  send(messages: readonly Outgoing<T>[]): Promise<void>;
}

/**
 * A keyed hash, hex, of a text: the same text has the same fingerprint, and nobody without the key can find the text by
 * trying. Adapter: `shared/aws/fingerprint.ts`.
 */
export type Fingerprint = (text: string) => string;

/** The time, as an argument. */
export type Clock = () => Date;

/**
 * Where a worker tells its operator what happened; a cause goes into `detail.error`. Never a person's data, never a
 * value from a report.
 */
export interface Log {
  info(message: string, detail: Record<string, unknown>): void;
  warn(message: string, detail: Record<string, unknown>): void;
  error(message: string, detail: Record<string, unknown>): void;
}
