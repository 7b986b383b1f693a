import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askOf } from '../../test/ask.ts';
import { createMemoryObjects, MemoryQueue } from '../../test/memory.ts';
import { operationOrders } from '../api/answers/operation-orders.ts';
import { operationAnswers } from '../api/answers/operations.ts';
import type { Caller } from '../api/caller.ts';
import { NotFoundError } from '../errors.ts';
import { deadLettersOf, type WorkQueue } from '../operations/work-queues.ts';
import { createWorkQueues } from './work-queues.ts';

const operator: Caller = { id: '4', name: 'sam', roles: ['state-operator'], agencies: 'all' };

let server: FauxqsServer;
let sqs: SQSClient;
let round = 0;
let urls: { standard: string; ordered: string };
let queues: WorkQueue[];

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  sqs = new SQSClient({ endpoint: `http://127.0.0.1:${server.port}`, region: 'us-east-1', credentials });
});
afterAll(async () => {
  sqs?.destroy();
  await server?.stop();
});

beforeEach(() => {
  round += 1;
  const [standard, ordered] = [`intake-${round}`, `reports-${round}.fifo`];
  for (const name of [standard, deadLettersOf(standard)]) server.createQueue(name);
  for (const name of [ordered, deadLettersOf(ordered)]) server.createQueue(name, { attributes: { FifoQueue: 'true' } });
  const urlOf = (name: string) => `http://127.0.0.1:${server.port}/000000000000/${name}`;
  urls = { standard: urlOf(standard), ordered: urlOf(ordered) };
  queues = createWorkQueues(sqs, [
    { name: 'intake', function: 'receive-submission', url: urls.standard },
    { name: 'reports', function: 'process-reports', url: urls.ordered },
  ]);
});

const [intake, reports] = [() => queues[0] as WorkQueue, () => queues[1] as WorkQueue];

/** Puts a message where it ends that was given up; gives its id. */
async function giveUp(url: string, body: unknown, group?: string): Promise<string> {
  const fifo = group && { MessageGroupId: group, MessageDeduplicationId: JSON.stringify(body) };
  const message = { QueueUrl: deadLettersOf(url), MessageBody: JSON.stringify(body), ...fifo };
  const { MessageId = '' } = await sqs.send(new SendMessageCommand(message));
  return MessageId;
}

/** Takes everything out of a queue, in its order. */
async function taken(QueueUrl: string): Promise<unknown[]> {
  const bodies: unknown[] = [];
  for (;;) {
    const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    if (!message) return bodies;
    bodies.push(JSON.parse(message.Body ?? ''));
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
  }
}

const chunk = (ori: string, number: number) => ({
  submission: 's1',
  chunk: number,
  ori,
  number: '26-000001',
  text: 'X',
});

describe('the name of a dead-letter queue', () => {
  it.each([
    ['nibrs-dev-reports.fifo', 'nibrs-dev-reports-dead-letters.fifo'],
    ['https://sqs.example/1/nibrs-dev-intake', 'https://sqs.example/1/nibrs-dev-intake-dead-letters'],
  ])('follows from that of the queue: %s', (queue, deadLetters) => expect(deadLettersOf(queue)).toBe(deadLetters));
});

describe('dead letters', () => {
  it('are shown, every one once, and none is taken', async () => {
    const ids = await Promise.all(Array.from({ length: 25 }, (_, n) => giveUp(urls.standard, { submission: `s${n}` })));
    for (const look of ['once', 'once more']) {
      const letters = await intake().deadLetters.peek();
      expect(letters.map(({ message }) => message).sort(), look).toEqual(ids.toSorted());
    }
    expect(await intake().deadLetters.count()).toBe(25);
    expect(await taken(deadLettersOf(urls.standard))).toHaveLength(25);
  });

  it('tell what they are about, and nothing else of what they hold', async () => {
    const message = await giveUp(urls.ordered, chunk('MO0010100', 3), 'MO0010100');
    expect(await reports().deadLetters.peek()).toEqual([
      { queue: 'reports', message, about: { submission: 's1', chunk: '3', ori: 'MO0010100' } },
    ]);
  });

  it('are none where there are none', async () => {
    expect(await intake().deadLetters.peek()).toEqual([]);
    expect(await intake().deadLetters.sendBack(10)).toBe(0);
  });

  it('go back to their queue, those of a group in their order', async () => {
    for (const n of [1, 2, 3]) {
      for (const ori of ['MO0010100', 'MO0020200']) await giveUp(urls.ordered, chunk(ori, n), ori);
    }
    expect(await reports().deadLetters.sendBack(100)).toBe(6);
    expect(await reports().waiting()).toBe(6);
    const bodies = (await taken(urls.ordered)) as ReturnType<typeof chunk>[];
    const of = (ori: string) => bodies.filter((body) => body.ori === ori).map((body) => body.chunk);
    expect([of('MO0010100'), of('MO0020200')]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(await reports().deadLetters.count()).toBe(0);
  });

  it('go back so many at a time as is asked for', async () => {
    for (const n of [1, 2, 3]) await giveUp(urls.standard, { submission: `s${n}` });
    expect(await intake().deadLetters.sendBack(2)).toBe(2);
    expect(await intake().deadLetters.count()).toBe(1);
  });
});

describe('the API', () => {
  const at = '2026-11-05T10:00:00.000Z';
  const times = (...days: number[]) => ({ days, hour: 13, minute: 0 });
  const explained = new Map<string, { at: string; cause: string }>();
  const ask = (name: 'readOperations' | 'redriveQueue', question = {}) => {
    const answers = operationAnswers({
      queues,
      failures: { find: async (message) => explained.get(message) as never },
      calendar: { remind: times(5, 9, 11), close: times(11), forward: times(14) },
      objects: createMemoryObjects(),
      workBucket: 'work',
      clock: () => new Date(at),
    });
    const orders = operationOrders({ queues, statistics: new MemoryQueue(), profile: undefined });
    return askOf({ ...answers, ...orders }, () => 'r1')(name, operator, question);
  };

  it('shows queues, why messages were given up, and the calendar', async () => {
    const known = await giveUp(urls.standard, { submission: 's1' });
    const silent = await giveUp(urls.ordered, chunk('MO0010100', 1), 'MO0010100');
    explained.set(known, { at, cause: 'Object inbox/a does not exist.' });

    expect(await ask('readOperations')).toEqual({
      queues: [
        { name: 'intake', function: 'receive-submission', waiting: 0, deadLetters: 1 },
        { name: 'reports', function: 'process-reports', waiting: 0, deadLetters: 1 },
      ],
      deadLetters: [
        { queue: 'intake', message: known, at, cause: 'Object inbox/a does not exist.', about: { submission: 's1' } },
        { queue: 'reports', message: silent, at: null, cause: null, about: expect.objectContaining({ chunk: '1' }) },
      ],
      calendar: [
        { action: 'remind', days: [5, 9, 11], next: '2026-11-05T13:00:00.000Z' },
        { action: 'close', days: [11], next: '2026-11-11T13:00:00.000Z' },
        { action: 'forward', days: [14], next: '2026-11-14T13:00:00.000Z' },
      ],
    });
  });

  it('sends what was given up back, and tells how many are left', async () => {
    await giveUp(urls.standard, { submission: 's1' });
    const reply = await ask('redriveQueue', { params: { queue: 'intake' } });
    expect(reply).toEqual({ queue: 'intake', deadLetters: 0 });
    expect(await taken(urls.standard)).toEqual([{ submission: 's1' }]);
    await expect(ask('redriveQueue', { params: { queue: 'payroll' } })).rejects.toThrow(NotFoundError);
  });
});
