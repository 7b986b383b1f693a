import { setTimeout as sleep } from 'node:timers/promises';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { CorruptDataError, TryAgainError } from '../errors.ts';
import { agencyPeriod } from '../ledger/streams.ts';
import { type MonthEntry, monthEntry } from './messages.ts';
import { keyOf, mergeEntries } from './month.ts';
import type { Months } from './months.ts';

/**
 * Names of the months table's keys. `agency#ORI#YYYY-MM` holds one item a report, `period#YYYY-MM` one an agency.
 */
export const monthsTableDefinition = {
  /** S */
  partitionKey: 'pk',
  /** S: stream and part of a report, or an ORI. */
  sortKey: 'sk',
} as const satisfies { partitionKey: string; sortKey: string };

const summaryItem = z.object({
  ori: z.string(),
  period: z.string(),
  incidents: z.int(),
  arrests: z.int(),
  zeroReports: z.int(),
  deleted: z.int(),
  digest: z.string(),
});

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

/** Limit of BatchWriteItem. */
const maxWrites = 25;
const attempts = 8;
const firstPause = 50;

/** Months in DynamoDB. */
export function createDynamoMonths(documents: DynamoDBDocumentClient, table: string): Months {
  async function query<T>(partition: string, item: z.ZodType<T>): Promise<T[]> {
    const input = {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition },
    };
    const found: T[] = [];
    for await (const page of paginateQuery({ client: documents }, input)) {
      for (const value of page.Items ?? []) found.push(checked(item, value, partition));
    }
    return found;
  }

  async function write(requests: readonly WriteRequest[]): Promise<void> {
    for (let start = 0; start < requests.length; start += maxWrites) {
      await writeAll(documents, table, requests.slice(start, start + maxWrites));
    }
  }

  return {
    async entries(ori, period) {
      return mergeEntries([], await query(entriesKey(ori, period), monthEntry));
    },

    async save(summary, changed) {
      const { ori, period } = summary;
      await write(changed.map((entry) => ({ PutRequest: { Item: { ...itemKey(ori, period, entry), ...entry } } })));
      await documents.send(
        new PutCommand({ TableName: table, Item: { pk: summariesKey(period), sk: ori, ...summary } }),
      );
    },

    async remove(ori, period, entries) {
      await write(entries.map((entry) => ({ DeleteRequest: { Key: itemKey(ori, period, entry) } })));
    },

    async summaries(period) {
      return query(summariesKey(period), summaryItem);
    },
  };
}

function entriesKey(ori: string, period: string): string {
  return `agency#${agencyPeriod(ori, period)}`;
}

function summariesKey(period: string): string {
  return `period#${period}`;
}

function itemKey(ori: string, period: string, entry: MonthEntry): { pk: string; sk: string } {
  return { pk: entriesKey(ori, period), sk: keyOf(entry) };
}

/** BatchWriteItem may leave some of its writes undone and say so; those are sent again. */
async function writeAll(documents: DynamoDBDocumentClient, table: string, requests: WriteRequest[]): Promise<void> {
  let pending = requests;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { UnprocessedItems } = await documents.send(new BatchWriteCommand({ RequestItems: { [table]: pending } }));
    pending = UnprocessedItems?.[table] ?? [];
    if (pending.length === 0) return;
    await sleep(firstPause * 2 ** attempt);
  }
  throw new TryAgainError(
    `Table ${table} did not take ${pending.length} item(s) of a month. Project the notice again.`,
  );
}

function checked<T>(schema: z.ZodType<T>, item: unknown, partition: string): T {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new CorruptDataError(
    `An item of ${partition} in the months table is wrong. Rebuild the month from the ledger.\n${z.prettifyError(parsed.error)}`,
  );
}
