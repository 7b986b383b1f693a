import { type DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { LedgerEvent } from '../port.ts';
import { byStreamAndVersion, fromStored, fromStoredStream } from '../stored.ts';
import { agencyPeriod } from '../streams.ts';
import { ledgerTableDefinition } from '../tables.ts';
import { fromItem } from './items.ts';

const { partitionKey, index } = ledgerTableDefinition;

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

/** The events of a month, from the index, which may lag behind the table. */
export async function listMonth(
  documents: DynamoDBDocumentClient,
  table: string,
  ori: string,
  period: string,
): Promise<LedgerEvent[]> {
  const items = await query(documents, {
    TableName: table,
    IndexName: index.name,
    KeyConditionExpression: '#month = :month',
    ExpressionAttributeNames: { '#month': index.partitionKey },
    ExpressionAttributeValues: { ':month': agencyPeriod(ori, period) },
  });
  return items.map(fromStored).sort(byStreamAndVersion);
}

/** All pages: one holds 1 MB, and even an empty one may have another behind it. */
async function query(documents: DynamoDBDocumentClient, input: QueryCommandInput): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const page of paginateQuery({ client: documents }, input)) items.push(...(page.Items ?? []).map(fromItem));
  return items;
}
