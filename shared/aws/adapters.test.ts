import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CorruptDataError } from '../errors.ts';
import type { ObjectLocation, Objects } from '../ports.ts';
import { createObjects } from './objects.ts';
import { createQueue } from './queue.ts';

let server: FauxqsServer;
let s3: S3Client;
let sqs: SQSClient;

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  const options = {
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  s3 = new S3Client({ ...options, forcePathStyle: true });
  sqs = new SQSClient(options);
  server.createBucket('files');
});

afterAll(async () => {
  s3?.destroy();
  sqs?.destroy();
  await server?.stop();
});

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
}

async function* repeated(text: string, times: number): AsyncGenerator<Uint8Array> {
  for (let time = 0; time < times; time++) yield Buffer.from(text, 'latin1');
}

describe('objects in S3', () => {
  it('come back whole and in ranges, whatever is in their key', async () => {
    const objects = createObjects(s3);
    const location = { bucket: 'files', key: 'submissions/1/September 2026 (b)+1.txt' };
    await objects.put(location, Buffer.from('0123456789é', 'latin1'), 'text/plain');

    expect(await textOf(await objects.read(await objects.current(location)))).toBe('0123456789é');
    expect(await textOf(await objects.read(location, { start: 3, end: 5 }))).toBe('345');
  });

  it('are written from a stream larger than one part of an upload', async () => {
    const objects = createObjects(s3);
    const location = { bucket: 'files', key: 'large.txt' };
    await objects.stream(location, repeated('0123456789'.repeat(1_000), 700), 'text/plain');

    expect(await textOf(await objects.read(location))).toHaveLength(7_000_000);
    expect(await textOf(await objects.read(location, { start: 6_999_995, end: 6_999_999 }))).toBe('56789');
  });

  it('that do not exist are named in the error', async () => {
    const missing = createObjects(s3).read({ bucket: 'files', key: 'missing.txt' });

    await expect(missing).rejects.toThrow(CorruptDataError);
    await expect(missing).rejects.toThrow('files/missing.txt');
    await expect(createObjects(s3).current({ bucket: 'files', key: 'missing.txt' })).rejects.toThrow(CorruptDataError);
  });
});

describe('versions of objects', () => {
  it('are none where the store keeps none, and what is there is deleted', async () => {
    const objects = createObjects(s3);
    const location = { bucket: 'files', key: 'plain.txt' };
    await objects.put(location, 'text', 'text/plain');
    expect(await versionsOf(objects, location)).toEqual([]);
    await objects.delete(location);
    await objects.delete(location);
    await expect(objects.read(location)).rejects.toThrow(CorruptDataError);
  });

  it('are all of one key, delete markers too and over pages, and go one by one, locked as they are', async () => {
    const store = await startVersionedStore({ 'a.txt': ['3', 'marker 2', '1'], 'a.txt.bak': ['9'] });
    const client = new S3Client({ ...store.options, forcePathStyle: true });
    const objects = createObjects(client);
    try {
      const location = { bucket: 'files', key: 'a.txt' };
      expect((await versionsOf(objects, location)).sort()).toEqual(['1', '3', 'marker 2']);
      await objects.delete({ ...location, versionId: 'marker 2' });
      expect((await versionsOf(objects, location)).sort()).toEqual(['1', '3']);
      const gone = objects.read({ ...location, versionId: 'marker 2' });
      await expect(gone).rejects.toThrow(/a.txt \(version marker 2\) does not exist/);
    } finally {
      client.destroy();
      store.server.close();
    }
  });
});

async function versionsOf(objects: Objects, location: ObjectLocation): Promise<(string | undefined)[]> {
  const found = [];
  for await (const { key, versionId } of objects.versions(location)) {
    expect(key).toBe(location.key);
    found.push(versionId);
  }
  return found;
}

/**
 * What the S3 API reference says of ListObjectVersions, DeleteObject and GetObject in a bucket with versions, of which
 * fauxqs has none: two versions a page, nothing of a version that is gone, and a lock (governance) that whoever deletes a
 * version has to say to pass.
 */
async function startVersionedStore(versions: Record<string, string[]>) {
  const server = createServer(({ method, url = '/', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const query = (name: string) => searchParams.get(name) ?? '';
    const key = pathname.replace('/files/', '');
    const passesLock = headers['x-amz-bypass-governance-retention'] === 'true';
    if (method === 'DELETE' && passesLock)
      versions[key] = (versions[key] ?? []).filter((id) => id !== query('versionId'));
    const all = Object.entries(versions).flatMap(([name, ids]) => ids.map((id) => [name, id] as const));
    if (method !== 'GET') response.writeHead(204).end();
    else if (searchParams.has('versions')) response.end(versionPage(all, query));
    else response.writeHead(404).end('<Error><Code>NoSuchVersion</Code></Error>');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { server, options: { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials } };
}

function versionPage(all: (readonly [string, string])[], query: (name: string) => string): string {
  const matching = all.filter(([name]) => name.startsWith(query('prefix')));
  const after = ([name, id]: readonly [string, string]) =>
    name === query('key-marker') && id === query('version-id-marker');
  const rest = matching.slice(matching.findIndex(after) + 1);
  const items = rest.slice(0, 2).map(([name, id]) => {
    const tag = id.startsWith('marker') ? 'DeleteMarker' : 'Version';
    return `<${tag}><Key>${name}</Key><VersionId>${id}</VersionId></${tag}>`;
  });
  const last = rest.length > 2 ? rest[1] : undefined;
  const next = last && `<NextKeyMarker>${last[0]}</NextKeyMarker><NextVersionIdMarker>${last[1]}</NextVersionIdMarker>`;
  return `<ListVersionsResult>${items.join('')}${next ?? ''}</ListVersionsResult>`;
}

describe('a queue of SQS', () => {
  it('takes more messages than a batch, in the order of their groups, each deduplication id once', async () => {
    server.createQueue('work.fifo', { attributes: { FifoQueue: 'true' } });
    const url = `http://127.0.0.1:${server.port}/000000000000/work.fifo`;
    const queue = createQueue<{ number: number }>(sqs, url);
    const messages = Array.from({ length: 25 }, (_, number) => ({
      body: { number },
      group: `group${number % 3}`,
      dedupe: `message-${number}`,
    }));

    await queue.send(messages);
    await queue.send(messages);

    const received: number[] = [];
    for (let size = 1; size > 0; ) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, VisibilityTimeout: 60 }),
      );
      size = Messages.length;
      received.push(...Messages.map(({ Body = '' }) => JSON.parse(Body).number));
    }
    // A group is held back while its first messages are in flight, so only the order of what came is told here.
    for (const group of [0, 1, 2]) {
      const ofGroup = received.filter((number) => number % 3 === group);
      expect(ofGroup).toEqual(ofGroup.map((_, index) => index * 3 + group));
    }
    expect(new Set(received).size).toBe(received.length);
  });
});
