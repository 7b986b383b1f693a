import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { InvalidMessageError, TryAgainError } from '../../errors.ts';
import type { Backoff } from '../backoff.ts';
import type { Half } from '../protection/keyring.ts';
import type { WrappedKeys } from '../protection/report-keys.ts';
import { keysTableDefinition } from '../tables.ts';
import { keysKey } from './items.ts';
import { limits } from './limits.ts';

const { partitionKey } = keysTableDefinition;
const attempts = 8;

const keysSchema = z.object({
  [partitionKey]: z.string(),
  federal: z.instanceof(Uint8Array).optional(),
  state: z.instanceof(Uint8Array).optional(),
});

/** The wrapped keys of these halves of streams; a stream that has none is not in the answer. */
export async function readKeys(
  documents: DynamoDBDocumentClient,
  table: string,
  streams: readonly string[],
  halves: readonly Half[],
  wait: Backoff,
): Promise<Map<string, WrappedKeys>> {
  const found = new Map<string, WrappedKeys>();
  let wanted: Record<string, unknown>[] = [...new Set(streams)].map(keysKey);
  for (let attempt = 1; wanted.length > 0; ) {
    const Keys = wanted.slice(0, limits.batchGetKeys);
    const { items, unprocessed } = await batchGet(documents, table, Keys, halves);
    for (const item of items) {
      const { [partitionKey]: stream, ...keys } = keysOf(item);
      found.set(stream, keys);
    }
    wanted = [...unprocessed, ...wanted.slice(Keys.length)];
    if (unprocessed.length === 0) continue;
    if (attempt > attempts)
      throw new TryAgainError(`Table ${table} is too busy to read the keys of reports: try again`);
    await wait(attempt++);
  }
  return found;
}

async function batchGet(
  documents: DynamoDBDocumentClient,
  table: string,
  Keys: Record<string, unknown>[],
  halves: readonly Half[],
) {
  const names = [partitionKey, ...halves];
  const answer = await documents.send(
    new BatchGetCommand({
      RequestItems: {
        [table]: {
          Keys,
          ConsistentRead: true,
          ProjectionExpression: names.map((_, index) => `#${index}`).join(', '),
          ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#${index}`, name])),
        },
      },
    }),
  );
  return { items: answer.Responses?.[table] ?? [], unprocessed: answer.UnprocessedKeys?.[table]?.Keys ?? [] };
}

function keysOf(item: unknown) {
  const parsed = keysSchema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new InvalidMessageError(`An item of the keys table is malformed: ${parsed.error.issues[0]?.path.join('.')}`);
}
