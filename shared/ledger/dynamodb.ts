import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../ports.ts';
import { backoff } from './backoff.ts';
import { type PreparedAppend, prepareAppend } from './dynamodb/actions.ts';
import { deleteKeys, readKeys } from './dynamodb/keys.ts';
import { listKey, readFirst, readStream } from './dynamodb/read.ts';
import { planTransactions, transact } from './dynamodb/transact.ts';
import type { Append, AppendOutcome, Ledger, LedgerEvent, NewEvent } from './port.ts';
import { CachedKeyring } from './protection/cached-keyring.ts';
import { openEvents, sealEvents } from './protection/events.ts';
import { type Half, halves, type Keyring } from './protection/keyring.ts';
import { demandDistinctStreams } from './stored.ts';
import { agencyPeriod } from './streams.ts';

export interface DynamoLedgerOptions {
  /** With `removeUndefinedValues` set. */
  documents: DynamoDBDocumentClient;
  ledgerTable: string;
  keysTable: string;
  keyring: Keyring;
  /** For the age of cached data keys. */
  clock: Clock;
}

/**
 * The ledger in DynamoDB: an item per event in one table, the wrapped keys of a stream in another, both as in
 * `tables.ts`. Data keys of `keyring` are cached. `append` throws `TooLargeError` for what does not fit DynamoDB's limits.
 */
export function createDynamoLedger({ documents, keyring: source, clock, ...tables }: DynamoLedgerOptions): Ledger {
  const keyring = new CachedKeyring(source, clock);
  const read = (stream: string) => readStream(documents, tables.ledgerTable, stream);

  async function prepare(appends: readonly Append[]): Promise<PreparedAppend[]> {
    const existing = appends.filter((append) => append.expectedVersion > 0 && hasContent(append));
    const keys = await keysOf(
      existing.map(({ stream }) => stream),
      halves,
    );
    return Promise.all(
      appends.map(async (append) => {
        const { stream, expectedVersion: version, events } = append;
        const sealed = await sealEvents(keyring, { stream, version, keys: keys.get(stream) ?? {} }, events);
        return prepareAppend(tables, append, sealed);
      }),
    );
  }

  function keysOf(streams: readonly string[], wanted: readonly Half[]) {
    return readKeys(documents, tables.keysTable, streams, wanted, backoff);
  }

  /** Whether the stream holds just what this append was to add. */
  async function isWritten({ append: { stream, expectedVersion, events } }: PreparedAppend): Promise<boolean> {
    const stored = (await read(stream)).slice(expectedVersion);
    return events.every((event, index) => isSameFact(event, stored[index]));
  }

  function open(half: Half, events: readonly LedgerEvent[]) {
    return openEvents(keyring, half, events, (streams) => keysOf(streams, [half]));
  }

  return {
    async append(appends) {
      demandDistinctStreams(appends);
      const prepared = await prepare(appends);
      const outcomes: AppendOutcome[] = [];
      for (const transaction of planTransactions(prepared)) {
        const ofTransaction = await transact(documents, transaction, isWritten, backoff);
        outcomes.push(...transaction.map((append) => ofTransaction.get(append) ?? 'conflict'));
      }
      return outcomes;
    },
    read,
    readFirst: (streams) => readFirst(documents, tables.ledgerTable, streams, backoff),
    listMonth: (ori, period) => listKey(documents, tables.ledgerTable, agencyPeriod(ori, period)),
    listKey: (key) => listKey(documents, tables.ledgerTable, key),
    openFederal: (events) => open('federal', events),
    openState: (events) => open('state', events),
    destroyKeys: (stream) => deleteKeys(documents, tables.keysTable, stream),
  };
}

function isSameFact(written: NewEvent, stored: LedgerEvent | undefined): boolean {
  return (
    stored?.type === written.type &&
    stored.at === written.at &&
    stored.cause.submission === written.cause.submission &&
    stored.cause.record === written.cause.record &&
    stored.cause.request === written.cause.request
  );
}

function hasContent({ events }: Append): boolean {
  return events.some(({ federal, state }) => federal !== undefined || state !== undefined);
}
