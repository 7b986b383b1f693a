import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterEach, expect, it } from 'vitest';
import { credentials, region } from './addresses.ts';
import { type Kms, startKms } from './kms.ts';

const federal = 'arn:aws:kms:us-east-1:000000000000:key/federal';
const state = 'arn:aws:kms:us-east-1:000000000000:key/state';
let kms: Kms;
let client: KMSClient;

async function start(file?: string): Promise<void> {
  kms = await startKms({ file });
  client = new KMSClient({ endpoint: kms.endpoint, region, credentials });
}

async function stop(): Promise<void> {
  client.destroy();
  await kms.stop();
}

const dataKey = () =>
  client.send(
    new GenerateDataKeyCommand({ KeyId: federal, KeySpec: 'AES_256', EncryptionContext: { half: 'federal', a: 'b' } }),
  );

afterEach(() => stop());

it('opens the data keys that it made, for the same encryption context only', async () => {
  await start();
  kms.ensureKey(federal);
  const { Plaintext, CiphertextBlob } = await dataKey();
  expect(Plaintext).toHaveLength(32);

  const opened = await client.send(
    new DecryptCommand({ CiphertextBlob, EncryptionContext: { a: 'b', half: 'federal' }, KeyId: federal }),
  );
  expect(opened).toMatchObject({ Plaintext, KeyId: federal });
  await expect(
    client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: { half: 'state', a: 'b' } })),
  ).rejects.toThrow(expect.objectContaining({ name: 'InvalidCiphertextException' }));
});

it('knows keys apart', async () => {
  await start();
  kms.ensureKey(federal);
  kms.ensureKey(state);
  const { CiphertextBlob } = await dataKey();
  await expect(
    client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: { half: 'federal', a: 'b' }, KeyId: state })),
  ).rejects.toThrow(expect.objectContaining({ name: 'IncorrectKeyException' }));
  await expect(client.send(new GenerateDataKeyCommand({ KeyId: 'another', KeySpec: 'AES_256' }))).rejects.toThrow(
    expect.objectContaining({ name: 'NotFoundException' }),
  );
});

it('keeps its keys in a file', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'nibrs-kms-test-'));
  const file = join(directory, 'kms.json');
  await start(file);
  kms.ensureKey(federal);
  const { Plaintext, CiphertextBlob } = await dataKey();
  await stop();

  await start(file);
  kms.ensureKey(federal);
  const opened = await client.send(
    new DecryptCommand({ CiphertextBlob, EncryptionContext: { half: 'federal', a: 'b' } }),
  );
  expect(opened.Plaintext).toEqual(Plaintext);
  rmSync(directory, { recursive: true });
});
