import { randomBytes, randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DynamoEngine, dynoxideBinary, startDynoxide } from '../../local/engines/dynoxide.ts';
import { describeLedger } from './contract.ts';
import { createDynamoLedger } from './dynamodb.ts';
import type { NewEvent } from './port.ts';
import { RawKeyring } from './protection/keyring.ts';
import { keysTableDefinition, ledgerTableDefinition } from './tables.ts';

const isThere = Boolean(process.env.NIBRS_DYNAMODB_ENDPOINT) || dynoxideBinary() !== undefined;
if (!isThere)
  console.warn('The DynamoDB ledger is not tested: no dynoxide here and NIBRS_DYNAMODB_ENDPOINT is not set');

describe.skipIf(!isThere)('DynamoDB', () => {
  let engine: DynamoEngine;
  let client: DynamoDBClient;
  let tables: { ledgerTable: string; keysTable: string };
  const federal = randomBytes(32);
  const state = randomBytes(32);

  beforeAll(async () => {
    engine = await startDynoxide();
    client = clientOf(engine);
  });
  afterAll(() => engine?.stop());
  beforeEach(async () => {
    tables = await createTables(client);
  });

  const ledgerWith = (masterKeys: { federal: Buffer; state?: Buffer }, dynamo = client) =>
    createDynamoLedger({
      ...tables,
      documents: documentsOf(dynamo),
      keyring: new RawKeyring(masterKeys),
      clock: () => new Date('2026-10-05T08:30:00Z'),
    });

  describeLedger('DynamoDB', () => ({ ledger: ledgerWith({ federal, state }), federalOnly: ledgerWith({ federal }) }));

  it('does not call its own write a conflict when the answer to it was lost', async () => {
    const faulty = clientOf(engine);
    loseFirstAnswer(faulty);
    const ledger = ledgerWith({ federal, state }, faulty);
    expect(await ledger.append([{ stream, expectedVersion: 0, events: [event('lines')] }])).toEqual(['appended']);
    expect(await ledger.read(stream)).toHaveLength(1);
    expect(await ledger.append([{ stream, expectedVersion: 0, events: [event('lines')] }])).toEqual(['conflict']);
  });

  it('writes nothing of a call in which an event is larger than an item may be', async () => {
    const ledger = ledgerWith({ federal, state });
    const large = event(randomBytes(420_000).toString('base64'));
    const appends = [
      { stream, expectedVersion: 0, events: [event('lines')] },
      { stream: `${stream}2`, expectedVersion: 0, events: [large] },
    ];
    await expect(ledger.append(appends)).rejects.toMatchObject({ code: 'too-large', retryable: false });
    expect(await ledger.read(stream)).toEqual([]);
  });

  it('never splits the events of one stream over two transactions', async () => {
    const ledger = ledgerWith({ federal, state });
    const events = (count: number) => Array.from({ length: count }, () => event('lines'));
    await expect(ledger.append([{ stream, expectedVersion: 0, events: events(100) }])).rejects.toThrow(/fewer/);
    expect(await ledger.append([{ stream, expectedVersion: 0, events: events(99) }])).toEqual(['appended']);
  });

  it('says which event is missing when a stream has a gap', async () => {
    const ledger = ledgerWith({ federal, state });
    await ledger.append([{ stream, expectedVersion: 0, events: [event('1'), event('2'), event('3')] }]);
    const { ledgerTable, keysTable } = tables;
    await documentsOf(client).send(new DeleteCommand({ TableName: ledgerTable, Key: { pk: stream, sk: 2 } }));
    await expect(ledger.read(stream)).rejects.toMatchObject({ code: 'corrupt-data', message: /has no event 2/ });
    const keys = await documentsOf(client).send(
      new GetCommand({ TableName: keysTable, Key: { pk: stream, sk: 'federal' } }),
    );
    expect(keys.Item).toEqual({ pk: stream, sk: 'federal', key: expect.any(Uint8Array) });
  });
});

const stream = 'report#MO0110100#26-000001';

function event(federal: string): NewEvent {
  const report = { ori: 'MO0110100', number: '26-000001', part: '', period: '2026-09' };
  return {
    type: 'IncidentReported',
    data: { ...report, contentHash: 'a'.repeat(64), segments: 1, stateElements: 0 },
    at: '2026-10-05T08:30:00.000Z',
    by: 'process-reports',
    cause: { submission: 'september', record: 1 },
    agencyPeriod: 'MO0110100#2026-09',
    federal,
  };
}

function clientOf({ endpoint }: DynamoEngine): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
}

function documentsOf(client: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/**
 * The first transaction is written and its answer does not arrive; the SDK's second attempt is on its own, with a token
 * that the engine does not remember.
 */
function loseFirstAnswer(client: DynamoDBClient): void {
  let lost = false;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
      const request = args.request as { body: string };
      request.body = request.body.replace(/"ClientRequestToken":"[^"]*"/, `"ClientRequestToken":"${randomUUID()}"`);
      const answer = await next(args);
      if (lost) return answer;
      lost = true;
      throw Object.assign(new Error('The connection was closed'), { name: 'TimeoutError' });
    },
    { step: 'finalizeRequest', priority: 'low', name: 'loseFirstAnswer' },
  );
}

async function createTables(client: DynamoDBClient) {
  const [ledgerTable, keysTable] = [`ledger-${randomUUID()}`, `keys-${randomUUID()}`];
  const { partitionKey, sortKey, index } = ledgerTableDefinition;
  await client.send(
    new CreateTableCommand({
      TableName: ledgerTable,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: partitionKey, AttributeType: 'S' },
        { AttributeName: sortKey, AttributeType: 'N' },
        { AttributeName: index.partitionKey, AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: index.name,
          KeySchema: [
            { AttributeName: index.partitionKey, KeyType: 'HASH' },
            { AttributeName: index.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projected] },
        },
      ],
    }),
  );
  await client.send(
    new CreateTableCommand({
      TableName: keysTable,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: keysTableDefinition.partitionKey, AttributeType: 'S' },
        { AttributeName: keysTableDefinition.sortKey, AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: keysTableDefinition.partitionKey, KeyType: 'HASH' },
        { AttributeName: keysTableDefinition.sortKey, KeyType: 'RANGE' },
      ],
    }),
  );
  return { ledgerTable, keysTable };
}
