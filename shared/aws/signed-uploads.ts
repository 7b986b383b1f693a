import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  NoSuchUpload,
  NotFound,
  type Part,
  paginateListParts,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { PartsUpload, SignedUploads } from '../intake/signed-uploads.ts';
import type { Clock } from '../ports.ts';

/** Within it an upload has to begin. */
const seconds = 3600;
const contentType = 'text/plain';
const checksumHeader = 'x-amz-checksum-sha256';

/**
 * Signs uploads to a bucket of S3 so that S3 itself refuses any other file: its key, size and SHA-256 are in the policy of a
 * form (S3 API reference, "POST Policy"), and those of a part in its signed header, which a bucket with object lock demands.
 */
export function signedUploads(client: S3Client, bucket: string, clock: Clock): SignedUploads {
  const expires = () => new Date(clock().getTime() + seconds * 1000).toISOString();
  const nameOf = ({ key, uploadId }: PartsUpload) => ({ Bucket: bucket, Key: key, UploadId: uploadId });

  const listParts = async (upload: PartsUpload): Promise<Part[] | undefined> => {
    const parts: Part[] = [];
    try {
      for await (const { Parts = [] } of paginateListParts({ client }, nameOf(upload))) parts.push(...Parts);
    } catch (error) {
      if (error instanceof NoSuchUpload) return undefined;
      throw error;
    }
    return parts;
  };

  return {
    async form(key, { bytes, sha256 }) {
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Conditions: [['content-length-range', bytes, bytes]],
        Fields: {
          'Content-Type': contentType,
          'x-amz-checksum-algorithm': 'SHA256',
          [checksumHeader]: toBase64(sha256),
        },
        Expires: seconds,
      });
      return { url, fields, expires: expires() };
    },

    async begin(key) {
      const command = new CreateMultipartUploadCommand({
        Bucket: bucket,
        Key: key,
        ContentType: contentType,
        ChecksumAlgorithm: 'SHA256',
      });
      const { UploadId } = await client.send(command);
      if (UploadId === undefined) throw new TypeError('S3 began an upload and gave no id of it.');
      return UploadId;
    },

    async signParts(upload, parts) {
      const signed = parts.map(async ({ number, sha256 }) => {
        const checksum = toBase64(sha256);
        const command = new UploadPartCommand({ ...nameOf(upload), PartNumber: number, ChecksumSHA256: checksum });
        // In the query S3 would not look at it.
        const unhoistableHeaders = new Set([checksumHeader]);
        const url = await getSignedUrl(client, command, { expiresIn: seconds, unhoistableHeaders });
        return { number, url, headers: { [checksumHeader]: checksum } };
      });
      return { parts: await Promise.all(signed), expires: expires() };
    },

    async partsOf(upload) {
      const parts = await listParts(upload);
      return parts && new Map(parts.map(({ PartNumber = 0, Size = 0 }) => [PartNumber, Size]));
    },

    async complete(upload) {
      const parts = (await listParts(upload)) ?? [];
      const Parts = parts.map(({ PartNumber, ETag, ChecksumSHA256 }) => ({ PartNumber, ETag, ChecksumSHA256 }));
      await client.send(new CompleteMultipartUploadCommand({ ...nameOf(upload), MultipartUpload: { Parts } }));
    },

    async isThere(key) {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return true;
      } catch (error) {
        if (error instanceof NotFound) return false;
        throw error;
      }
    },
  };
}

function toBase64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}
