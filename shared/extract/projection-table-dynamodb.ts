import { setTimeout as sleep } from 'node:timers/promises';
import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { CorruptDataError, TryAgainError } from '../errors.ts';

/** The table of projections: the months, and what the FBI has of them. */
export const monthsTableDefinition = {
  /** S */
  partitionKey: 'pk',
  /** S */
  sortKey: 'sk',
} as const satisfies { partitionKey: string; sortKey: string };

/** Where an item is. */
export interface ItemKey {
  pk: string;
  sk: string;
}

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

/** Limits of BatchWriteItem and BatchGetItem. */
const maxWrites = 25;
const maxReads = 100;
const attempts = 8;
const firstPause = 50;

/** What is done with a table of projections: everything is read consistently, checked, and written in batches. */
export interface ProjectionTable {
  /** The items of a partition in the order of their sort keys, from `from` to `to`, both inclusive. */
  query<T>(partition: string, item: z.ZodType<T>, range?: { from: string; to: string }): Promise<T[]>;
  /** The items under these keys, in no order, those that there are. */
  get<T>(keys: readonly ItemKey[], item: z.ZodType<T>): Promise<T[]>;
  put(items: readonly (ItemKey & Record<string, unknown>)[]): Promise<void>;
  remove(keys: readonly ItemKey[]): Promise<void>;
}

/** A table of projections in DynamoDB. Throws `CorruptDataError` for an item of another shape. */
export function createProjectionTable(documents: DynamoDBDocumentClient, table: string): ProjectionTable {
  /** BatchWriteItem may leave some of its writes undone and say so; those are sent again. */
  async function write(requests: readonly WriteRequest[]): Promise<void> {
    for (let start = 0; start < requests.length; start += maxWrites) {
      await untilDone(table, requests.slice(start, start + maxWrites), async (pending) => {
        const answer = await documents.send(new BatchWriteCommand({ RequestItems: { [table]: pending } }));
        return answer.UnprocessedItems?.[table] ?? [];
      });
    }
  }

  return {
    async query(partition, item, range) {
      const input = {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: range ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition, ...(range && { ':from': range.from, ':to': range.to }) },
      };
      const found: unknown[] = [];
      for await (const { Items = [] } of paginateQuery({ client: documents }, input)) found.push(...Items);
      return found.map((value) => checked(item, value));
    },

    async get(keys, item) {
      const found: unknown[] = [];
      for (let start = 0; start < keys.length; start += maxReads) {
        await untilDone(table, keys.slice(start, start + maxReads), async (Keys) => {
          const request = { [table]: { Keys: Keys.map(({ pk, sk }) => ({ pk, sk })), ConsistentRead: true } };
          const answer = await documents.send(new BatchGetCommand({ RequestItems: request }));
          found.push(...(answer.Responses?.[table] ?? []));
          return (answer.UnprocessedKeys?.[table]?.Keys ?? []).map(({ pk, sk }) => ({
            pk: String(pk),
            sk: String(sk),
          }));
        });
      }
      return found.map((value) => checked(item, value));
    },

    put: (items) => write(items.map((Item) => ({ PutRequest: { Item } }))),
    remove: (keys) => write(keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }))),
  };
}

/** Sends requests until the table has left none of them undone, with growing pauses. */
async function untilDone<Request>(
  table: string,
  requests: Request[],
  send: (pending: Request[]) => Promise<Request[]>,
): Promise<void> {
  let pending = requests;
  for (let attempt = 0; attempt < attempts; attempt++) {
    pending = await send(pending);
    if (pending.length === 0) return;
    await sleep(firstPause * 2 ** attempt);
  }
  throw new TryAgainError(`Table ${table} is too busy: ${pending.length} item(s) were left undone. Try again.`);
}

function checked<T>(schema: z.ZodType<T>, item: unknown): T {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const key = z.object({ pk: z.string() }).safeParse(item).data;
  throw new CorruptDataError(
    `An item of ${key?.pk} in the months table is wrong. Rebuild it from the ledger.\n${z.prettifyError(parsed.error)}`,
  );
}
