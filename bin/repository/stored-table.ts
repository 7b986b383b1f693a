import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteItemCommand, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { TryAgainError } from '../../shared/errors.ts';
import type { StoredItem } from './dynamodb-json.ts';

/** A table as it is stored: nothing is read, opened or checked. */
export interface StoredTable {
  items(): AsyncIterable<StoredItem>;
  /** Adds items, at most `StoredTable.batch` of them. */
  add(items: readonly StoredItem[]): Promise<void>;
}

/** The most that one request may write. */
export const itemsPerRequest = 25;

const attempts = 8;
const firstPause = 50;

/** The table of this name. */
export function createStoredTable(client: DynamoDBClient, table: string): StoredTable {
  return {
    async *items() {
      for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
        yield* Items;
      }
    },
    async add(items) {
      let pending = items.map((Item) => ({ PutRequest: { Item } }));
      for (let attempt = 0; pending.length > 0; attempt++) {
        if (attempt === attempts)
          throw new TryAgainError(`Table ${table} is too busy. Import once more, from the start.`);
        if (attempt > 0) await sleep(firstPause * 2 ** attempt);
        const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: pending } }));
        const left = answer.UnprocessedItems?.[table] ?? [];
        pending = left.flatMap(({ PutRequest }) =>
          PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
        );
      }
    },
  };
}
