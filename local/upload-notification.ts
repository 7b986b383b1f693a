import { HeadObjectCommand, NotFound, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { region } from './engines/addresses.ts';
import type { Upload } from './engines/fauxqs.ts';
import type { BucketPlan } from './template/plan.ts';

let sequence = 0n;

/**
 * The notification that S3 sends for a new object (S3 User Guide, "Event message structure"), or undefined when the
 * object is already gone.
 */
export async function uploadNotification(
  s3: S3Client,
  bucket: BucketPlan,
  { key, form }: Pick<Upload, 'key' | 'form'>,
): Promise<string | undefined> {
  try {
    const {
      ETag = '',
      ContentLength = 0,
      LastModified = new Date(),
    } = await s3.send(new HeadObjectCommand({ Bucket: bucket.name, Key: key }));
    const eTag = ETag.replaceAll('"', '');
    const how = eTag.includes('-') ? 'CompleteMultipartUpload' : form ? 'Post' : 'Put';
    return notification(bucket, `ObjectCreated:${how}`, { key, eTag, size: ContentLength, at: LastModified });
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** The keys of all objects in a bucket. */
export async function* keysIn(s3: S3Client, bucket: string): AsyncGenerator<string> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
    for (const { Key } of Contents) if (Key !== undefined) yield Key;
  }
}

interface Stored {
  key: string;
  eTag: string;
  size: number;
  at: Date;
}

function notification(bucket: BucketPlan, eventName: string, { key, eTag, size, at }: Stored): string {
  sequence++;
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: region,
    eventTime: at.toISOString(),
    eventName,
    userIdentity: { principalId: 'local' },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': 'local', 'x-amz-id-2': 'local' },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'uploads',
      bucket: { name: bucket.name, ownerIdentity: { principalId: 'local' }, arn: bucket.arn },
      object: { key: formEncode(key), size, eTag, sequencer: sequencer(at) },
    },
  };
  return JSON.stringify({ Records: [record] });
}

/** Keys arrive form-encoded: a space is a plus sign; slashes stay. */
function formEncode(key: string): string {
  return encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');
}

/** Hexadecimal, growing with each upload of a key, over restarts too. */
function sequencer(at: Date): string {
  return (BigInt(at.getTime()) * 65_536n + (sequence % 65_536n)).toString(16).toUpperCase().padStart(18, '0');
}
