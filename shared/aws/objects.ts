import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
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
        throw isMissing(error) ? missing(location, error) : error;
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

    async *versions({ bucket, key }) {
      // Keys that begin with this one are listed too. The SDK has no paginator for versions.
      let next: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> = {};
      do {
        const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = next;
        const page = await client.send(
          new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, KeyMarker, VersionIdMarker }),
        );
        for (const { Key, VersionId } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
          if (Key === key) yield { bucket, key, versionId: VersionId };
        }
        next = page;
      } while (next.NextKeyMarker === key);
    },

    async delete({ bucket, key, versionId }) {
      // A single version may be locked: whoever is permitted to expunge is permitted to pass the lock.
      const passesLock = versionId !== undefined && { BypassGovernanceRetention: true };
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId, ...passesLock }));
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

/** The SDK has a class for a key that is not there, and none for a version that is not. */
function isMissing(error: unknown): error is Error {
  return error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NoSuchVersion');
}

function missing(location: ObjectLocation, cause: Error): CorruptDataError {
  return new CorruptDataError(`Object ${name(location)} does not exist. Restore it from an older version or backup.`, {
    cause,
  });
}

function name({ bucket, key, versionId }: ObjectLocation): string {
  return versionId ? `${bucket}/${key} (version ${versionId})` : `${bucket}/${key}`;
}
