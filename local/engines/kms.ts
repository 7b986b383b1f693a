import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { listen } from './listen.ts';

/** The part of KMS that functions use. */
export interface Kms {
  endpoint: string;
  /** Makes the key with this ARN unless there is one. */
  ensureKey(arn: string): void;
  stop(): Promise<void>;
}

const context = z.record(z.string(), z.string()).default({});
const generateDataKey = z.object({ KeyId: z.string(), KeySpec: z.literal('AES_256'), EncryptionContext: context });
const decrypt = z.object({ KeyId: z.string().optional(), CiphertextBlob: z.base64(), EncryptionContext: context });
const generateMac = z.object({ KeyId: z.string(), MacAlgorithm: z.literal('HMAC_SHA_256'), Message: z.base64() });
const storedKeys = z.record(z.string(), z.base64());

/** An error in the shape of the AWS JSON 1.1 protocol. */
class KmsError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/**
 * Stands in for KMS on a free port of this machine: GenerateMac, and GenerateDataKey and Decrypt with the encryption
 * context as additional data, so that the functions use the real client. Master keys are in memory, or kept in `file`. It protects
 * nothing from whoever owns this machine.
 */
export async function startKms({ file }: { file?: string | undefined }): Promise<Kms> {
  const masterKeys = new MasterKeys(file);
  const operations: Record<string, (body: unknown) => object> = {
    'TrentService.GenerateDataKey': (body) => masterKeys.generateDataKey(generateDataKey.parse(body)),
    'TrentService.GenerateMac': (body) => masterKeys.generateMac(generateMac.parse(body)),
    'TrentService.Decrypt': (body) => masterKeys.decrypt(decrypt.parse(body)),
  };
  const { url, stop } = await listen(async (request, response) => {
    const [status, body] = await answer(request, operations);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  return { endpoint: url, ensureKey: (arn) => masterKeys.ensure(arn), stop };
}

async function answer(
  request: IncomingMessage,
  operations: Record<string, (body: unknown) => object>,
): Promise<[number, object]> {
  try {
    const operation = operations[String(request.headers['x-amz-target'])];
    if (!operation) throw new KmsError('UnknownOperationException', 'The local KMS does not have this operation');
    return [200, operation(await json(request))];
  } catch (error) {
    const type = error instanceof KmsError ? error.type : 'ValidationException';
    return [400, { __type: type, message: error instanceof Error ? error.message : String(error) }];
  }
}

/** Key ARN, IV, tag and ciphertext make a blob that says itself which key opens it, as the real ones do. */
class MasterKeys {
  private readonly keys: Map<string, Buffer>;
  private readonly file: string | undefined;

  constructor(file: string | undefined) {
    this.file = file;
    const stored = file && existsSync(file) ? storedKeys.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
    this.keys = new Map(Object.entries(stored).map(([arn, key]) => [arn, Buffer.from(key, 'base64')]));
  }

  ensure(arn: string): void {
    if (this.keys.has(arn)) return;
    this.keys.set(arn, randomBytes(32));
    if (!this.file) return;
    const stored = Object.fromEntries([...this.keys].map(([name, key]) => [name, key.toString('base64')]));
    writeFileSync(`${this.file}.new`, JSON.stringify(stored), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }

  generateDataKey({ KeyId, EncryptionContext }: z.infer<typeof generateDataKey>): object {
    const dataKey = randomBytes(32);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(KeyId), iv).setAAD(canonical(EncryptionContext));
    const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
    const blob = Buffer.concat([Buffer.from(`${KeyId}\n`), iv, cipher.getAuthTag(), sealed]);
    return { KeyId, Plaintext: dataKey.toString('base64'), CiphertextBlob: blob.toString('base64') };
  }

  generateMac({ KeyId, MacAlgorithm, Message }: z.infer<typeof generateMac>): object {
    const mac = createHmac('sha256', this.key(KeyId)).update(Message, 'base64').digest('base64');
    return { KeyId, MacAlgorithm, Mac: mac };
  }

  decrypt({ KeyId, CiphertextBlob, EncryptionContext }: z.infer<typeof decrypt>): object {
    const blob = Buffer.from(CiphertextBlob, 'base64');
    const end = blob.indexOf('\n');
    const arn = blob.subarray(0, end).toString();
    if (KeyId && KeyId !== arn) throw new KmsError('IncorrectKeyException', 'Another key made this data key');
    const [iv, tag, sealed] = [
      blob.subarray(end + 1, end + 13),
      blob.subarray(end + 13, end + 29),
      blob.subarray(end + 29),
    ];
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key(arn), iv)
        .setAAD(canonical(EncryptionContext))
        .setAuthTag(tag);
      const dataKey = Buffer.concat([decipher.update(sealed), decipher.final()]);
      return { KeyId: arn, Plaintext: dataKey.toString('base64') };
    } catch {
      throw new KmsError('InvalidCiphertextException', 'The blob or its encryption context is not what was sealed');
    }
  }

  private key(arn: string): Buffer {
    const key = this.keys.get(arn);
    if (!key) throw new KmsError('NotFoundException', `There is no key ${arn}`);
    return key;
  }
}

function canonical(encryptionContext: Record<string, string>): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(encryptionContext).sort()));
}
