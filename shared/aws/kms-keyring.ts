import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { CorruptDataError } from '../errors.ts';
import { type DataKey, type Half, type Keyring, noKeyFor } from '../ledger/protection/keyring.ts';

/**
 * Data keys from KMS, one KMS key for each half; a process that must not see a half is given no key for it, as its role
 * has no grant. The encryption context `{ half }` is authenticated and appears in CloudTrail.
 * See GenerateDataKey and Decrypt in the KMS API reference.
 */
export class KmsKeyring implements Keyring {
  readonly #kms: KMSClient;
  readonly #keyArns: Partial<Record<Half, string>>;

  constructor(kms: KMSClient, keyArns: { federal?: string; state?: string }) {
    this.#kms = kms;
    this.#keyArns = keyArns;
  }

  async dataKey(half: Half): Promise<DataKey> {
    const made = await this.#kms.send(
      new GenerateDataKeyCommand({ KeyId: this.#keyArn(half), KeySpec: 'AES_256', EncryptionContext: { half } }),
    );
    if (!made.Plaintext || !made.CiphertextBlob) throw new CorruptDataError('KMS answered without a data key');
    return { key: made.Plaintext, blob: made.CiphertextBlob };
  }

  async unwrapDataKey(half: Half, blob: Uint8Array): Promise<Uint8Array> {
    const opened = await this.#kms.send(
      new DecryptCommand({ KeyId: this.#keyArn(half), CiphertextBlob: blob, EncryptionContext: { half } }),
    );
    if (!opened.Plaintext) throw new CorruptDataError('KMS answered without a data key');
    return opened.Plaintext;
  }

  #keyArn(half: Half): string {
    const arn = this.#keyArns[half];
    if (!arn) throw noKeyFor(half);
    return arn;
  }
}
