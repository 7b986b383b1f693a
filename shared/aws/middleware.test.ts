import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { TryAgainError } from '../errors.ts';
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
  return { functionName: 'test', awsRequestId: 'request', getRemainingTimeInMillis: () => remaining } as Context;
}

/** A function that notes what it handled and fails for the value `bad`. */
function testFunction() {
  const handled: string[] = [];
  const handler = queueHandler({
    name: 'test',
    message,
    async handle({ value }) {
      if (value === 'bad') throw new TryAgainError('The store is busy.');
      handled.push(value);
    },
  });
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
});
