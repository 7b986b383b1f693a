import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TryAgainError } from '../../errors.ts';
import type { Backoff } from '../backoff.ts';
import { limits } from './limits.ts';

type Item = Record<string, unknown>;

const attempts = 8;

/**
 * The items under these keys, in no order, those that there are; read consistently. Of each only `attributes`, or all of
 * it. Throws `TryAgainError` when the table stays too busy.
 */
export async function batchGet(
  documents: DynamoDBDocumentClient,
  table: string,
  keys: readonly Item[],
  wait: Backoff,
  attributes?: readonly string[],
): Promise<Item[]> {
  const found: Item[] = [];
  let wanted = [...keys];
  for (let attempt = 1; wanted.length > 0; ) {
    const Keys = wanted.slice(0, limits.batchGetKeys);
    const request = { Keys, ConsistentRead: true, ...(attributes && only(attributes)) };
    const answer = await documents.send(new BatchGetCommand({ RequestItems: { [table]: request } }));
    found.push(...(answer.Responses?.[table] ?? []));
    const unprocessed = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    wanted = [...unprocessed, ...wanted.slice(Keys.length)];
    if (unprocessed.length === 0) continue;
    if (attempt > attempts) throw new TryAgainError(`Table ${table} is too busy to be read: try again`);
    await wait(attempt++);
  }
  return found;
}

/** Some of the names are words that DynamoDB reserves. */
function only(attributes: readonly string[]) {
  return {
    ProjectionExpression: attributes.map((_, index) => `#a${index}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((name, index) => [`#a${index}`, name])),
  };
}
