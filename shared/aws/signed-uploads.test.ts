import { hash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentials, region } from '../../local/engines/addresses.ts';
import { type Fauxqs, startObjectsAndQueues } from '../../local/engines/fauxqs.ts';
import type { SignedForm, SignedUploads } from '../intake/signed-uploads.ts';
import type { Objects } from '../ports.ts';
import { createObjects } from './objects.ts';
import { signedUploads } from './signed-uploads.ts';

const now = new Date('2026-11-22T10:00:00Z');
const content = Buffer.from('00881I092026    MO0110100'.repeat(40));
const announced = { bytes: content.length, sha256: hash('sha256', content) };

let engine: Fauxqs;
let client: S3Client;
let uploads: SignedUploads;
let objects: Objects;

beforeAll(async () => {
  engine = await startObjectsAndQueues({});
  engine.ensureBucket({ name: 'inbox', corsRules: [] });
  client = new S3Client({ endpoint: engine.endpoint, region, credentials, forcePathStyle: true });
  uploads = signedUploads(client, 'inbox', () => now);
  objects = createObjects(client);
});

afterAll(async () => {
  client?.destroy();
  await engine?.stop();
});

function post({ url, fields }: SignedForm, file: Uint8Array<ArrayBuffer>): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([file]), 'any name.txt');
  return fetch(url, { method: 'POST', body: form });
}

const contentOf = async (key: string) => text(await objects.read({ bucket: 'inbox', key }));

describe('a form', () => {
  it('takes the file that was announced, and says until when', async () => {
    const form = await uploads.form('submissions/a/1/x/september.txt', announced);
    expect(form.expires).toBe('2026-11-22T11:00:00.000Z');
    expect(await uploads.isThere('submissions/a/1/x/september.txt')).toBe(false);
    expect((await post(form, content)).status).toBe(204);
    expect(await uploads.isThere('submissions/a/1/x/september.txt')).toBe(true);
    expect(await contentOf('submissions/a/1/x/september.txt')).toBe(content.toString());
  });

  const other = Buffer.from(content).fill('x', 7, 8);
  it.each<[string, Buffer<ArrayBuffer>, Record<string, string>]>([
    ['other content of the same length', other, {}],
    ['other content, whose hash it names', other, { 'x-amz-checksum-sha256': hash('sha256', other, 'base64') }],
    ['a longer file', Buffer.concat([content, content]), {}],
    ['a shorter file', content.subarray(1), {}],
    ['another key', content, { key: 'submissions/b/1/x/september.txt' }],
    ['a key of which the browser says the end', content, { key: 'submissions/a/1/x/\u0024{filename}' }],
    ['another type', content, { 'Content-Type': 'text/html' }],
    ['a field more', content, { 'x-amz-meta-agency': 'b' }],
  ])('refuses %s', async (_, file, fields) => {
    const key = 'submissions/a/2/x/september.txt';
    const form = await uploads.form(key, announced);
    const answer = await post({ ...form, fields: { ...form.fields, ...fields } }, file);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    for (const each of [key, fields.key ?? key]) expect(await uploads.isThere(each)).toBe(false);
  });
});

describe('an upload in parts', () => {
  const first = Buffer.alloc(5 * 2 ** 20, 'a');
  const last = Buffer.from('the rest');
  const sha256 = [first, last].map((part) => hash('sha256', part));
  const key = 'submissions/a/3/x/year.txt';

  it('takes each part as it was announced, in any order and again, and is complete once', async () => {
    const upload = { key, uploadId: await uploads.begin(key) };
    expect(await uploads.partsOf(upload)).toEqual(new Map());
    const asked = sha256.map((hash, index) => ({ number: index + 1, sha256: hash }));
    const { parts, expires } = await uploads.signParts(upload, asked);
    expect(expires).toBe('2026-11-22T11:00:00.000Z');

    const put = (number: number, body: Buffer<ArrayBuffer>, more: Record<string, string> = {}) => {
      const { url, headers } = parts[number - 1]!;
      return fetch(url, { method: 'PUT', headers: { ...headers, ...more }, body });
    };
    expect((await put(2, last)).status).toBe(200);
    expect((await put(1, Buffer.alloc(first.length, 'b'))).status).toBe(400);
    const lie = { 'x-amz-checksum-sha256': hash('sha256', last, 'base64') };
    expect((await put(1, last, lie)).status).toBe(403);
    expect(await uploads.partsOf(upload)).toEqual(new Map([[2, last.length]]));
    expect((await put(1, first)).status).toBe(200);
    expect((await put(1, first)).status).toBe(200);

    await uploads.complete(upload);
    expect(await uploads.partsOf(upload)).toBeUndefined();
    expect(await contentOf(key)).toBe(`${first}${last}`);
  });
});
