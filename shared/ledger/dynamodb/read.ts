import { type DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Backoff } from '../backoff.ts';
import type { LedgerEvent } from '../port.ts';
import { byStreamAndVersion, fromStored, fromStoredStream } from '../stored.ts';
import { ledgerTableDefinition } from '../tables.ts';
import { batchGet } from './batch-get.ts';
import { eventKey, fromItem } from './items.ts';

const { partitionKey, sortKey, index } = ledgerTableDefinition;

/** A stream from its first event to its last, read consistently. */
export async function readStream(documents: DynamoDBDocumentClient, table: string, stream: string) {
  const items = await query(documents, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: '#pk = :stream',
    ExpressionAttributeNames: { '#pk': partitionKey },
    ExpressionAttributeValues: { ':stream': stream },
  });
  return fromStoredStream(stream, items);
}

/** The first events of streams, without halves. */
export async function readFirst(
  documents: DynamoDBDocumentClient,
  table: string,
  streams: readonly string[],
  wait: Backoff,
): Promise<Map<string, LedgerEvent>> {
  const keys = [...new Set(streams)].map((stream) => eventKey(stream, 1));
  const attributes = [partitionKey, sortKey, 'type', 'v', 'at', 'by', 'cause', 'agencyPeriod', 'data'];
  const events = (await batchGet(documents, table, keys, wait, attributes)).map((item) => fromStored(fromItem(item)));
  return new Map(events.map((event) => [event.stream, event]));
}

/** The events with an index key, from the index, which may lag behind the table. */
export async function listKey(documents: DynamoDBDocumentClient, table: string, key: string): Promise<LedgerEvent[]> {
  const items = await query(documents, {
    TableName: table,
    IndexName: index.name,
    KeyConditionExpression: '#key = :key',
    ExpressionAttributeNames: { '#key': index.partitionKey },
    ExpressionAttributeValues: { ':key': key },
  });
  return items.map(fromStored).sort(byStreamAndVersion);
}

/** All pages: one holds 1 MB, and even an empty one may have another behind it. */
async function query(documents: DynamoDBDocumentClient, input: QueryCommandInput): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const page of paginateQuery({ client: documents }, input)) items.push(...(page.Items ?? []).map(fromItem));
  return items;
}
