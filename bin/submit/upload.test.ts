import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { UsageError } from '../../shared/errors.ts';
import type { Asked, CallApi } from './api.ts';
import { putFile, sha256Of, type UploadFile, type UploadPlan } from './upload.ts';

const directory = mkdtempSync(join(tmpdir(), 'nibrs-upload-'));
const path = join(directory, 'year.txt');
const content = 'one two three';
const file: UploadFile = { path, name: 'year.txt', bytes: content.length, open: () => createReadStream(path) };

let server: Server;
let address: string;
/** What the inbox answers next, and then that all is well. */
let answers: number[];
/** What was put where, in the end. */
let stored: Map<string, string>;
let asked: string[];

beforeAll(async () => {
  writeFileSync(path, content);
  server = createServer(async (request, response) => {
    const body = await text(request);
    const status = answers.shift() ?? 200;
    if (status === 200) stored.set(`${request.url} ${request.headers['x-hash']}`, body);
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  answers = [];
  stored = new Map();
  asked = [];
});

afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

/** Signs each part with a header of its hash, and remembers what it was asked. */
const call = (async (operation: string, { body }: Asked<'signParts'>) => {
  asked.push(operation);
  const parts = body?.parts.map(({ number, sha256 }) => {
    return { number, url: `${address}/${number}`, headers: { 'x-hash': sha256.slice(0, 4) } };
  });
  return { parts };
}) as unknown as CallApi;

const inParts = (there: number[]): UploadPlan => ({
  kind: 'parts',
  partBytes: 4,
  parts: [1, 2, 3, 4].map((number) => ({ number, isThere: there.includes(number) })),
});

async function put(upload: UploadPlan): Promise<number[]> {
  const told: number[] = [];
  await putFile(file, { submission: 'x', upload }, { call, tell: (bytes) => told.push(bytes) });
  return told;
}

it('puts the parts that are not there, those that fail in passing again, and completes', async () => {
  answers = [503];
  const told = await put(inParts([2]));
  expect([...stored].map(([place, part]) => [place.slice(0, 2), part]).sort()).toEqual([
    ['/1', 'one '],
    ['/3', 'thre'],
    ['/4', 'e'],
  ]);
  expect(asked.filter((operation) => operation === 'signParts')).toHaveLength(4);
  expect(asked.at(-1)).toBe('completeUpload');
  expect([told[0], told.at(-1)]).toEqual([4, content.length]);
});

it('gives up on a file that is refused, and says what to do', async () => {
  answers = [400, 400, 400];
  await expect(put(inParts([]))).rejects.toThrow(UsageError);
  expect(asked).not.toContain('completeUpload');
  answers = [403];
  const form: UploadPlan = { kind: 'form', url: `${address}/form`, fields: { key: 'k' }, expires: '' };
  await expect(put(form)).rejects.toThrow(/year\.txt was refused at the inbox \(status 403\)/);
});

it('uploads nothing that is there, and knows a file by all of its bytes', async () => {
  await put({ kind: 'none' });
  expect(stored.size).toBe(0);
  expect(await sha256Of(file, () => {})).toMatch(/^[0-9a-f]{64}$/);
});
