import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoEngine, dynoxideBinary, startDynoxide } from '../../local/engines/dynoxide.ts';
import { type Failure, failuresTableDefinition } from './failures.ts';
import { createDynamoFailures } from './failures-dynamodb.ts';

const isThere = Boolean(process.env.NIBRS_DYNAMODB_ENDPOINT) || dynoxideBinary() !== undefined;

const failed: Failure = {
  message: 'm-1',
  queue: 'nibrs-dev-reports.fifo',
  function: 'process-reports',
  cause: 'The store is busy.',
  at: '2026-10-05T08:30:00.000Z',
  about: { submission: 's1', ori: 'MO0010100' },
};

describe.skipIf(!isThere)('failures in DynamoDB', () => {
  let engine: DynamoEngine;
  let documents: DynamoDBDocumentClient;

  beforeAll(async () => {
    engine = await startDynoxide();
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'us-east-1', credentials });
    documents = DynamoDBDocumentClient.from(client);
    const AttributeName = failuresTableDefinition.partitionKey;
    await client.send(
      new CreateTableCommand({
        TableName: 'failures',
        AttributeDefinitions: [{ AttributeName, AttributeType: 'S' }],
        KeySchema: [{ AttributeName, KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
  });
  afterAll(async () => {
    documents?.destroy();
    await engine?.stop();
  });

  it('are of each message the last', async () => {
    const failures = createDynamoFailures(documents, 'failures');
    const later = { ...failed, cause: 'An object does not exist.', at: '2026-10-05T08:31:00.000Z' };
    await failures.record(failed);
    await failures.record(later);

    expect(await failures.find('m-1')).toEqual(later);
    expect(await failures.find('m-2')).toBeUndefined();
  });

  it('expire a day after a dead-letter queue has forgotten the message', async () => {
    await createDynamoFailures(documents, 'failures').record(failed);
    const { Item } = await documents.send(new GetCommand({ TableName: 'failures', Key: { message: 'm-1' } }));
    const expires = new Date(Item?.[failuresTableDefinition.expires] * 1000);
    expect(expires.toISOString()).toBe('2026-10-20T08:30:00.000Z');
  });
});
