import { BatchGetCommand, DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { InvalidMessageError, TryAgainError } from '../../errors.ts';
import type { Backoff } from '../backoff.ts';
import { type Half, halves } from '../protection/keyring.ts';
import type { WrappedKeys } from '../protection/report-keys.ts';
import { keysTableDefinition } from '../tables.ts';
import { keyOfHalf } from './items.ts';
import { limits } from './limits.ts';

const { partitionKey, sortKey } = keysTableDefinition;
const attempts = 8;

const keySchema = z.object({
  [partitionKey]: z.string(),
  [sortKey]: z.enum(halves),
  key: z.instanceof(Uint8Array),
});

/** The wrapped keys of these halves of streams; a stream that has none is not in the answer. */
export async function readKeys(
  documents: DynamoDBDocumentClient,
  table: string,
  streams: readonly string[],
  wantedHalves: readonly Half[],
  wait: Backoff,
): Promise<Map<string, WrappedKeys>> {
  const found = new Map<string, WrappedKeys>();
  let wanted = [...new Set(streams)].flatMap((stream) => wantedHalves.map((half) => keyOfHalf(stream, half)));
  for (let attempt = 1; wanted.length > 0; ) {
    const Keys = wanted.slice(0, limits.batchGetKeys);
    const { items, unprocessed } = await batchGet(documents, table, Keys);
    for (const item of items) {
      const { [partitionKey]: stream, [sortKey]: half, key } = keyIn(item);
      found.set(stream, { ...found.get(stream), [half]: key });
    }
    wanted = [...unprocessed, ...wanted.slice(Keys.length)];
    if (unprocessed.length === 0) continue;
    if (attempt > attempts)
      throw new TryAgainError(`Table ${table} is too busy to read the keys of reports: try again`);
    await wait(attempt++);
  }
  return found;
}

/** Deletes the wrapped keys of both halves of a stream. */
export async function deleteKeys(documents: DynamoDBDocumentClient, table: string, stream: string): Promise<void> {
  for (const half of halves) {
    await documents.send(new DeleteCommand({ TableName: table, Key: keyOfHalf(stream, half) }));
  }
}

async function batchGet(documents: DynamoDBDocumentClient, table: string, Keys: Record<string, unknown>[]) {
  const answer = await documents.send(
    new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
  );
  return { items: answer.Responses?.[table] ?? [], unprocessed: answer.UnprocessedKeys?.[table]?.Keys ?? [] };
}

function keyIn(item: unknown) {
  const parsed = keySchema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new InvalidMessageError(`An item of the keys table is malformed: ${parsed.error.issues[0]?.path.join('.')}`);
}
