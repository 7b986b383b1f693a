import { createHmac } from 'node:crypto';
import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { CorruptDataError } from '../errors.ts';
import type { Fingerprint } from '../ports.ts';

/** What KMS authenticates to give the secret; changing it would make every report look new. */
const purpose = Buffer.from('nibrs-ledger: fingerprints of report contents, version 1');

/**
 * Fingerprints under a secret that an HMAC key in KMS gives, the same one in every process: one request, at cold start.
 * Without the secret nobody can try out what a report may have said. See GenerateMac in the KMS API reference.
 */
export async function createFingerprint(kms: KMSClient, keyArn: string): Promise<Fingerprint> {
  const { Mac: secret } = await kms.send(
    new GenerateMacCommand({ KeyId: keyArn, MacAlgorithm: 'HMAC_SHA_256', Message: purpose }),
  );
  if (!secret) throw new CorruptDataError('KMS answered without a message authentication code');
  return (content) => createHmac('sha256', secret).update(content, 'utf8').digest('hex');
}
