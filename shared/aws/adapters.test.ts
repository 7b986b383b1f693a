import { S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CorruptDataError } from '../errors.ts';
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
