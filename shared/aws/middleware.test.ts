import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { TryAgainError } from '../errors.ts';
import type { Failure } from '../operations/failures.ts';
import { metrics } from '../operations/metrics.ts';
import { queueHandler } from './middleware.ts';

const message = z.object({ submission: z.string(), value: z.string() });

/** A batch from a queue: per message its body and group. */
function batch(queue: 'work' | 'work.fifo', ...records: { body: unknown; group?: string }[]): SQSEvent {
  return {
    Records: records.map(({ body, group }, index) => ({
      messageId: String(index + 1),
      receiptHandle: 'handle',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '0',
        SenderId: 'sender',
        ApproximateFirstReceiveTimestamp: '0',
        ...(group && { MessageGroupId: group }),
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queue}`,
      awsRegion: 'us-east-1',
    })),
  };
}

function context(remaining = 60_000): Context {
  const told = { functionName: 'test', functionVersion: '7', awsRequestId: 'request' };
  return { ...told, getRemainingTimeInMillis: () => remaining } as Context;
}

/** A function that notes what it handled and why it failed, and fails for the value `bad`. */
function testFunction(record: (failure: Failure) => Promise<void> = async () => {}) {
  const handled: string[] = [];
  const handler = queueHandler(
    {
      name: 'test',
      message,
      async handle({ value }) {
        if (value === 'bad') throw new TryAgainError('The store is busy.');
        handled.push(value);
      },
    },
    { record },
  );
  const run = async (event: SQSEvent, remaining?: number) => {
    const response = await handler(event, context(remaining));
    return response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { handled, run };
}

function bodyOf(value: string) {
  return { submission: 's1', value };
}

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  }
});

afterEach(() => vi.restoreAllMocks());

describe('a function behind a queue', () => {
  it('reports only the messages that failed, whatever is wrong with them', async () => {
    const { handled, run } = testFunction();
    const bodies = [bodyOf('a'), '{ not json', { other: 'shape' }, bodyOf('bad'), bodyOf('b')];

    const failed = await run(batch('work', ...bodies.map((body) => ({ body }))));

    expect(failed).toEqual(['2', '3', '4']);
    expect(handled).toEqual(['a', 'b']);
  });

  it('reports every message when all fail, and starts the next batch anew', async () => {
    const { handled, run } = testFunction();

    expect(await run(batch('work', { body: bodyOf('bad') }, { body: 'x' }))).toEqual(['1', '2']);
    expect(await run(batch('work', { body: bodyOf('a') }))).toEqual([]);
    expect(handled).toEqual(['a']);
  });

  it('holds back a group on a FIFO queue once one of its messages failed, and no other group', async () => {
    const { handled, run } = testFunction();
    const event = batch(
      'work.fifo',
      { body: bodyOf('bad'), group: 'MO0010100' },
      { body: bodyOf('first'), group: 'MO0020200' },
      { body: bodyOf('behind'), group: 'MO0010100' },
      { body: bodyOf('second'), group: 'MO0020200' },
    );

    expect(await run(event)).toEqual(['1', '3']);
    expect(handled).toEqual(['first', 'second']);
  });

  it('leaves what it has no time for, but always does one message', async () => {
    const { handled, run } = testFunction();

    expect(await run(batch('work', { body: bodyOf('a') }, { body: bodyOf('b') }), 2_000)).toEqual(['2']);
    expect(handled).toEqual(['a']);
  });

  it('logs the submission and the cause, and never what a message holds', async () => {
    const { run } = testFunction();
    await run(batch('work', { body: bodyOf('bad') }, { body: '{"value": "SECRET' }, { body: { value: 'SECRET' } }));

    const log = lines.join('');
    expect(log).not.toContain('SECRET');
    expect(log).toContain('The store is busy.');
    expect(log).toContain('"submission":"s1"');
  });
});

describe('why a message failed', () => {
  it('is recorded with what the message is about, and nothing else of it', async () => {
    const failures: Failure[] = [];
    const { run } = testFunction(async (failure) => void failures.push(failure));
    const event = batch('work', { body: bodyOf('a') }, { body: bodyOf('bad') }, { body: '{"value": "SECRET' });

    await run(event);

    const of = { queue: 'work', function: 'test', at: expect.stringMatching(/^\d{4}-.*Z$/) };
    expect(failures).toEqual([
      { ...of, message: '2', cause: 'The store is busy.', about: { submission: 's1' } },
      { ...of, message: '3', cause: expect.stringContaining('not JSON'), about: {} },
    ]);
    expect(JSON.stringify(failures)).not.toContain('SECRET');
  });

  it('changes nothing of what happens to the message when it cannot be recorded', async () => {
    const { handled, run } = testFunction(() => Promise.reject(new Error('There is no table.')));

    expect(await run(batch('work', { body: bodyOf('bad') }, { body: bodyOf('a') }))).toEqual(['1']);
    expect(handled).toEqual(['a']);
    expect(lines.join('')).toContain('There is no table.');
  });
});

describe('the metrics of a function behind a queue', () => {
  it('are one line of its log, under names of the catalog, with how long a message waited and took', async () => {
    const { run } = testFunction();
    await run(batch('work', { body: bodyOf('a') }, { body: bodyOf('bad') }));

    const [line, ...others] = lines.filter((each) => each.includes('"_aws"'));
    expect(others).toEqual([]);
    const { _aws, ...values } = JSON.parse(line ?? '');
    const [{ Namespace, Dimensions, Metrics }] = _aws.CloudWatchMetrics;
    expect([Namespace, Dimensions]).toEqual(['nibrs-ledger', [['service']]]);
    expect(values).toMatchObject({ service: 'test', MessagesHandled: 1, MessagesFailed: 1 });
    expect(values.MessageDuration).toHaveLength(2);
    expect(values.MessageDelay).toBeGreaterThan(1.7e12);
    expect(Metrics).toContainEqual({ Name: 'MessageDelay', Unit: 'Milliseconds' });
    for (const { Name } of Metrics) expect(metrics).toHaveProperty(Name);
  });

  it('tell the version that has a defect, and say nothing of one that only has to try again', async () => {
    const { run } = testFunction();
    await run(batch('work', { body: bodyOf('a') }, { body: bodyOf('bad') }, { body: { other: 'shape' } }));

    const [line, ...others] = lines.filter((each) => each.includes('"VersionFailures"'));
    expect(others).toEqual([]);
    expect(JSON.parse(line ?? '')).toMatchObject({
      _aws: { CloudWatchMetrics: [{ Namespace: 'nibrs-ledger', Dimensions: [['service', 'version']] }] },
      service: 'test',
      version: '7',
      VersionFailures: 1,
    });
  });
});
