import type { EventType, Payload } from '../../events/catalog.ts';
import type { Cause } from '../../events/envelope.ts';

/** A fact about to be recorded. `federal` and `state` are the report's two halves in the clear; a ledger stores them encrypted. */
export type NewEvent<T extends EventType = EventType> = {
  [K in T]: {
    type: K;
    data: Payload<K>;
    /** ISO 8601, UTC. */
    at: string;
    by: string;
    cause: Cause;
    agencyPeriod?: string | undefined;
    /** The federal half: the report's segments as flat-file lines, LF between them. */
    federal?: string | undefined;
    /** The state half: JSON. */
    state?: string | undefined;
  };
}[T];

/** A recorded fact. The halves stay sealed until someone who may opens them. */
export type LedgerEvent<T extends EventType = EventType> = {
  [K in T]: {
    stream: string;
    version: number;
    type: K;
    /** In the newest schema version, upcast on read. */
    data: Payload<K>;
    at: string;
    by: string;
    cause: Cause;
    agencyPeriod?: string | undefined;
    federal?: Uint8Array | undefined;
    state?: Uint8Array | undefined;
  };
}[T];

/** Events for one stream, all or none of them; `expectedVersion` 0 means that the stream must not exist yet. */
export interface Append {
  stream: string;
  expectedVersion: number;
  events: readonly NewEvent[];
}

export type AppendOutcome = 'appended' | 'conflict';

/**
 * Bytes that the two halves of a report may take together, so that its event fits a store whose items hold 400 KB. The
 * largest incident that keeps to the FBI's counts of persons and offenses takes half of it.
 */
export const maxContentBytes = 350_000;

/** The event store. Order holds within a stream, never across streams. */
export interface Ledger {
  /**
   * Writes many streams' events in as few requests as possible. Each append succeeds or conflicts on its own; a
   * conflict means that the stream is no longer at `expectedVersion`. Outcomes come in the order of `appends`. Throws
   * `UsageError` when a stream is in `appends` twice.
   */
  append(appends: readonly Append[]): Promise<AppendOutcome[]>;

  /** A stream from version 1, read consistently; empty when there is none. Throws `CorruptDataError` on a gap. */
  read(stream: string): Promise<LedgerEvent[]>;

  /**
   * The first event of each of these streams, those that there are, by stream and without halves; read consistently and
   * much faster than as many streams.
   */
  readFirst(streams: readonly string[]): Promise<Map<string, LedgerEvent>>;

  /** All events of one agency and period, ordered by stream and version. May lag behind `append` (an index). */
  listMonth(ori: string, period: string): Promise<LedgerEvent[]>;

  /** As `listMonth`, of all events with this index key. */
  listKey(key: string): Promise<LedgerEvent[]>;

  /** The federal halves of events, in their order; undefined for an event without one. */
  openFederal(events: readonly LedgerEvent[]): Promise<(string | undefined)[]>;

  /** The state halves of events. Only roles that may use the state key can call this. */
  openState(events: readonly LedgerEvent[]): Promise<(string | undefined)[]>;
  /**
   * Destroys the keys of both halves of a stream: what its events hold so far can be read by nobody any more. Again does
   * nothing. Only the role that expunges reports can call this.
   */
  destroyKeys(stream: string): Promise<void>;
}

/** A whole ledger, to be looked through in segments at a time. Adapter: `shared/ledger/dynamodb/segments.ts`. */
export interface LedgerSegments {
  /** The index keys of a segment's events, read consistently; the same one again and again. */
  indexKeys(segment: number, of: number): AsyncIterable<string>;
}
