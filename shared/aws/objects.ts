import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { CorruptDataError, TryAgainError } from '../errors.ts';
import type { ObjectLocation, Objects } from '../ports.ts';

/** Objects in S3. */
export function createObjects(client: S3Client): Objects {
  return {
    async read(location, range) {
      const command = new GetObjectCommand({
        Bucket: location.bucket,
        Key: location.key,
        VersionId: location.versionId,
        Range: range && `bytes=${range.start}-${range.end}`,
      });
      const { Body } = await client.send(command).catch((error: unknown) => {
        throw error instanceof NoSuchKey ? missing(location, error) : error;
      });
      // The SDK's type also covers browsers; on Node.js the body is a Readable.
      if (!(Body instanceof Readable))
        throw new TryAgainError(`Object ${name(location)} came without a body. Read again.`);
      return Body;
    },

    async current({ bucket, key }) {
      const command = new HeadObjectCommand({ Bucket: bucket, Key: key });
      const { VersionId } = await client.send(command).catch((error: unknown) => {
        throw error instanceof NotFound ? missing({ bucket, key }, error) : error;
      });
      return { bucket, key, versionId: VersionId };
    },

    async *list(bucket, { prefix, after }) {
      const query = { Bucket: bucket, Prefix: prefix, StartAfter: after };
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, query)) {
        for (const { Key } of Contents) if (Key !== undefined) yield Key;
      }
    },

    async put(location, body, contentType) {
      await client.send(
        new PutObjectCommand({ Bucket: location.bucket, Key: location.key, Body: body, ContentType: contentType }),
      );
    },

    async stream(location, body, contentType) {
      const params = {
        Bucket: location.bucket,
        Key: location.key,
        Body: Readable.from(body, { objectMode: false }),
        ContentType: contentType,
      };
      await new Upload({ client, params }).done();
    },
  };
}

function missing(location: ObjectLocation, cause: Error): CorruptDataError {
  return new CorruptDataError(`Object ${name(location)} does not exist. Restore it from an older version or backup.`, {
    cause,
  });
}

function name({ bucket, key, versionId }: ObjectLocation): string {
  return versionId ? `${bucket}/${key} (version ${versionId})` : `${bucket}/${key}`;
}
