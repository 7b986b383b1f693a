import { devNull } from 'node:os';

/** The account that every local resource belongs to; the one that fauxqs gives its queues. */
export const account = '000000000000';

/** The region that every local resource is in. */
export const region = 'us-east-1';

/** What the SDK signs with. Only signatures of URLs and forms are checked. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Where the engines listen. */
export interface Addresses {
  /** fauxqs: S3 and SQS. */
  objectsAndQueues: string;
  dynamodb: string;
  kms: string;
  lambda: string;
}

/**
 * What makes an AWS SDK talk to the engines (AWS SDKs and Tools Reference Guide, "Service-specific endpoints"), with
 * no difference in the code that uses it. The endpoints are IP addresses, so the SDK addresses buckets by path.
 */
export function sdkEnvironment(addresses: Addresses): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_S3: addresses.objectsAndQueues,
    AWS_ENDPOINT_URL_SQS: addresses.objectsAndQueues,
    AWS_ENDPOINT_URL_DYNAMODB: addresses.dynamodb,
    AWS_ENDPOINT_URL_KMS: addresses.kms,
    AWS_ENDPOINT_URL_LAMBDA: addresses.lambda,
    // Whatever somebody has set up for an AWS account of their own has no say here.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}
