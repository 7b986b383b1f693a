import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What the SDK retries by itself before an error reaches our code: throttling and lost connections. */
const retries = { maxAttempts: 5 } as const;

/** S3. Region, endpoint and credentials come from the environment, in the cloud and on a laptop alike. */
export function objectsClient(): S3Client {
  return new S3Client(retries);
}

/** SQS. */
export function queuesClient(): SQSClient {
  return new SQSClient(retries);
}

/** DynamoDB with plain JavaScript values. It is throttled for longer than the others, while a table grows. */
export function documentsClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 10 }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** Lambda, for calling functions. Nothing is retried: a call that is made again would be recorded, and counted, twice. */
export function functionsClient(): LambdaClient {
  return new LambdaClient({ maxAttempts: 1 });
}

/** KMS. */
export function keysClient(): KMSClient {
  return new KMSClient(retries);
}
