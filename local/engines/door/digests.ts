import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Error } from './s3-error.ts';

/** Headers of a request, or fields of a form, by lower-case name. */
export type Named = Readonly<Record<string, string | undefined>>;

const checksums: Record<string, (body: Buffer) => string> = {
  sha256: (body) => hash('sha256', body, 'base64'),
  sha1: (body) => hash('sha1', body, 'base64'),
  crc32: (body) => {
    const digest = Buffer.alloc(4);
    digest.writeUInt32BE(crc32(body));
    return digest.toString('base64');
  },
};

/**
 * Throws `S3Error` where a body is not what its sender said that it is (S3 User Guide, "Checking object integrity"), or
 * says so in a way that the local S3 cannot check.
 */
export function checkDigests(body: Buffer, said: Named): void {
  for (const [name, value] of Object.entries(said)) {
    const [, kind] = /^x-amz-checksum-((?:sha|crc)\w+)$/.exec(name) ?? [];
    if (kind === undefined) continue;
    const checksum = checksums[kind];
    if (!checksum) throw new S3Error(501, 'NotImplemented', `The local S3 cannot check ${name}.`);
    if (checksum(body) !== value) {
      throw badDigest(`The ${kind.toUpperCase()} you specified did not match the calculated checksum.`);
    }
  }
  const md5 = said['content-md5'];
  if (md5 !== undefined && hash('md5', body, 'base64') !== md5) {
    throw badDigest('The Content-MD5 you specified did not match what we received.');
  }
  const payload = said['x-amz-content-sha256'];
  if (payload !== undefined && payload !== 'UNSIGNED-PAYLOAD' && hash('sha256', body) !== payload) {
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    throw new S3Error(400, 'XAmzContentSHA256Mismatch', message);
  }
}

function badDigest(message: string): S3Error {
  return new S3Error(400, 'BadDigest', message);
}
