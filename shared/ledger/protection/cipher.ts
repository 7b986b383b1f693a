import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { CorruptDataError } from '../../errors.ts';

const format = 1;
const ivEnd = 1 + 12;
const tagEnd = ivEnd + 16;

/** Bytes that `seal` adds: one of format, twelve of IV, sixteen of tag. */
export const overhead = tagEnd;

/**
 * AES-256-GCM: format byte, IV, tag, ciphertext. `context` is authenticated, not stored: the blob opens only where it
 * belongs. The IV is random, which is safe for 2^32 blobs of one key (NIST SP 800-38D, 8.3).
 * Node takes a key object several times faster than the key's bytes, though it is made for one use.
 */
export function seal(key: Uint8Array, context: string, plain: Uint8Array): Uint8Array {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), iv).setAAD(Buffer.from(context));
  const sealed = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.of(format), iv, cipher.getAuthTag(), ...sealed]);
}

/** What `seal` was given. Throws `CorruptDataError`, naming the context, for another key, context or changed bytes. */
export function open(key: Uint8Array, context: string, blob: Uint8Array): Uint8Array {
  if (blob[0] !== format || blob.length < overhead) {
    throw new CorruptDataError(`Encrypted content (${context}) is not in a format this release knows`);
  }
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), blob.subarray(1, ivEnd), { authTagLength: 16 })
    .setAAD(Buffer.from(context))
    .setAuthTag(blob.subarray(ivEnd, tagEnd));
  try {
    return Buffer.concat([decipher.update(blob.subarray(tagEnd)), decipher.final()]);
  } catch (cause) {
    throw new CorruptDataError(`Encrypted content (${context}) does not open with its key: it was changed or moved`, {
      cause,
    });
  }
}
