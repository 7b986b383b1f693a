import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { CorruptDataError } from '../errors.ts';
import { type Failures, failure, failuresTableDefinition } from './failures.ts';

const { partitionKey, expires } = failuresTableDefinition;

/** Longer than a dead-letter queue keeps a message. */
const keptDays = 15;

/** A function that fails may have little time left: whoever records why does not wait for longer, in milliseconds. */
const patience = 2_000;

/** Failures in DynamoDB. */
export function createDynamoFailures(documents: DynamoDBDocumentClient, table: string): Failures {
  return {
    async record(recorded) {
      const until = Math.floor(Date.parse(recorded.at) / 1000) + keptDays * 86_400;
      const put = new PutCommand({ TableName: table, Item: { ...recorded, [expires]: until } });
      await documents.send(put, { abortSignal: AbortSignal.timeout(patience) });
    },

    async find(message) {
      const get = new GetCommand({ TableName: table, Key: { [partitionKey]: message }, ConsistentRead: true });
      const { Item } = await documents.send(get);
      if (!Item) return undefined;
      const parsed = failure.safeParse(Item);
      if (parsed.success) return parsed.data;
      throw new CorruptDataError(`The item of message ${message} in ${table} does not have its shape. Delete it.`);
    },
  };
}
