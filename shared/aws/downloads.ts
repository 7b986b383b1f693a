import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock, LinkTo } from '../ports.ts';

/** Long enough to begin a download, which may take longer. */
const seconds = 300;

/**
 * Gives links to objects of S3 by signed URLs, which say how the file is named and that it is no page to look at (S3 User
 * Guide, "Sharing objects with presigned URLs").
 */
export function linksTo(client: S3Client, clock: Clock): LinkTo {
  return async ({ bucket, key, versionId }, fileName) => {
    const name = fileName.replace(/[^\w.-]/g, '_');
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      VersionId: versionId,
      ResponseContentDisposition: `attachment; filename="${name}"`,
      ResponseContentType: 'application/octet-stream',
      ResponseCacheControl: 'no-store',
    });
    const url = await getSignedUrl(client, command, { expiresIn: seconds });
    return { url, fileName, expires: new Date(clock().getTime() + seconds * 1000).toISOString() };
  };
}
