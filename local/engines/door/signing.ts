import { createHmac } from 'node:crypto';
import { credentials, region } from '../addresses.ts';
import { S3Error } from './s3-error.ts';

/** The only algorithm with which the SDK signs for S3. */
export const algorithm = 'AWS4-HMAC-SHA256';

/**
 * The scope that a credential names, `DAY/REGION/s3/aws4_request`. Throws `S3Error` for one that is malformed, for another
 * region or service, and for an unknown access key.
 */
export function scopeOf(credential: string): string {
  const [accessKeyId, day = '', ...rest] = credential.split('/');
  if (!/^\d{8}$/.test(day) || rest.length !== 3) {
    throw badCredential('the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".');
  }
  const [itsRegion, service, end] = rest;
  if (itsRegion !== region) throw badCredential(`the region '${itsRegion}' is wrong; expecting '${region}'`);
  if (service !== 's3') throw badCredential(`incorrect service "${service}". This endpoint belongs to "s3".`);
  if (end !== 'aws4_request') throw badCredential(`incorrect terminal "${end}". This endpoint uses "aws4_request".`);
  if (accessKeyId !== credentials.accessKeyId) {
    throw new S3Error(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  return [day, ...rest].join('/');
}

/**
 * Throws `S3Error` unless `signature` is the one of `text` in the scope (S3 API reference, "Calculating a Signature").
 */
export function checkSignature(text: string, scope: string, signature: string): void {
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);
  if (hmac(key, text).toString('hex') === signature) return;
  throw new S3Error(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function badCredential(why: string): S3Error {
  return new S3Error(400, 'AuthorizationQueryParametersError', `Error parsing the X-Amz-Credential parameter; ${why}`);
}
