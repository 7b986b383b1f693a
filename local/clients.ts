import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Addresses, credentials, region } from './engines/addresses.ts';

/** AWS clients that talk to the local cloud. */
export interface LocalClients {
  s3: S3Client;
  sqs: SQSClient;
  /** DynamoDB as it is, for whole tables; `documents` is the same with plain values. */
  tables: DynamoDBClient;
  documents: DynamoDBDocumentClient;
  kms: KMSClient;
  lambda: LambdaClient;
}

/** Clients for these engines, to be destroyed by whoever made them. */
export function createClients(addresses: Addresses): LocalClients {
  const at = (endpoint: string) => ({ endpoint, region, credentials });
  const tables = new DynamoDBClient(at(addresses.dynamodb));
  return {
    s3: new S3Client({ ...at(addresses.objectsAndQueues), forcePathStyle: true }),
    sqs: new SQSClient(at(addresses.objectsAndQueues)),
    tables,
    documents: DynamoDBDocumentClient.from(tables, { marshallOptions: { removeUndefinedValues: true } }),
    kms: new KMSClient(at(addresses.kms)),
    // A call that is made again would be recorded, and counted, twice.
    lambda: new LambdaClient({ ...at(addresses.lambda), maxAttempts: 1 }),
  };
}

/** Closes the clients' connections. */
export function destroyClients(clients: LocalClients): void {
  for (const client of Object.values(clients)) client.destroy();
}
