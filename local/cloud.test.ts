import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokeCommand, ResourceNotFoundException } from '@aws-sdk/client-lambda';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { synthesizeSmallCloud } from '../test/fixtures/small-cloud.ts';
import { type LocalCloud, runAssembly } from './cloud.ts';
import type { LogEntry } from './functions/instance.ts';
import { type AttachedCloud, attachLocalCloud } from './running.ts';

const scratch = mkdtempSync(join(tmpdir(), 'nibrs-local-test-'));
const logs: LogEntry[] = [];
let assembly: ReturnType<typeof synthesizeSmallCloud>;
let cloud: LocalCloud;
let journal: string;

beforeAll(() => {
  assembly = synthesizeSmallCloud();
});

afterEach(async () => {
  await cloud?.stop();
  logs.length = 0;
});

afterAll(() => {
  assembly.remove();
  rmSync(scratch, { recursive: true });
});

async function start(dataDir?: string): Promise<void> {
  journal = join(mkdtempSync(join(scratch, 'run-')), 'journal');
  cloud = await runAssembly(assembly.directory, {
    dataDir,
    parameters: { Journal: journal },
    onLog: (entry) => logs.push(entry),
  });
}

/** Sends messages to one of the two queues, in order. */
async function send(queue: 'Standard' | 'Ordered', messages: object[], group = 'g'): Promise<void> {
  const QueueUrl = cloud.outputs[`${queue}Url`];
  for (let at = 0; at < messages.length; at += 10) {
    const Entries = messages.slice(at, at + 10).map((message, index) => ({
      Id: String(index),
      MessageBody: JSON.stringify(message),
      ...(queue === 'Ordered' && {
        MessageGroupId: group,
        MessageDeduplicationId: JSON.stringify([group, at + index]),
      }),
    }));
    const { Failed = [] } = await cloud.clients().sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(Failed).toEqual([]);
  }
}

function journalEntries(): { id: unknown; [key: string]: unknown }[] {
  if (!existsSync(journal)) return [];
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function handled(): unknown[] {
  return journalEntries().map(({ id }) => id);
}

describe('the local cloud', () => {
  it('has what the template asks for', async () => {
    await start();
    expect(cloud.outputs).toMatchObject({
      Bucket: expect.stringMatching(/^small-work-uploads/),
      StandardUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/000000000000\/nibrs-dev-standard$/),
      Message: expect.stringMatching(/^small-data-Table\w+ in us-east-1$/),
    });
    const names = ['Bucket', 'DirectFunction', 'KeyArn', 'Message', 'OrderedUrl', 'StandardUrl'];
    expect(Object.keys(cloud.outputs).sort()).toEqual(names);

    const TableName = cloud.outputs.Message?.split(' ')[0];
    await cloud.clients().documents.send(new PutCommand({ TableName, Item: { pk: 'a', sk: 1, month: 'm' } }));
    const { Item } = await cloud.clients().documents.send(new GetCommand({ TableName, Key: { pk: 'a', sk: 1 } }));
    expect(Item).toEqual({ pk: 'a', sk: 1, month: 'm' });
  });

  it('refuses a resource type that it neither runs nor ignores on purpose', async () => {
    const other = synthesizeSmallCloud({ unknown: true });
    await expect(runAssembly(other.directory, { parameters: { Journal: 'x' } })).rejects.toThrow(
      /small-work, resource Surprise: .* AWS::SSM::Parameter/,
    );
    other.remove();
  });

  it('refuses to start without a parameter that has no default', async () => {
    await expect(runAssembly(assembly.directory, { parameters: {} })).rejects.toThrow(
      'Stack small-work needs a value for parameter Journal',
    );
  });

  it('gives functions their context and passes on what they log', async () => {
    await start();
    await send('Standard', [{ do: 'log', id: 'hello' }]);
    await cloud.idle();
    await vi.waitFor(() => expect(logs.map(({ entry }) => entry?.told)).toContain('hello'));
    const { entry, ...line } = logs[0] as LogEntry;
    expect(line).toMatchObject({ function: 'nibrs-dev-obedient-standard', stream: 'stdout' });
    expect(entry).toMatchObject({ name: 'nibrs-dev-obedient-standard' });
    expect(entry?.time).toBeLessThanOrEqual(1000);
  });
});

/** Calls a function of a cloud and waits for its reply. */
async function invoke({ clients, outputs }: AttachedCloud, payload: unknown, name = outputs.DirectFunction) {
  const command = new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(payload) });
  const { FunctionError, Payload } = await clients().lambda.send(command);
  return { FunctionError, reply: JSON.parse(Buffer.from(Payload ?? []).toString()) };
}

describe('a function that no queue feeds', () => {
  it('replies to whoever calls it, several at a time', async () => {
    await start();
    const replies = await Promise.all(['a', { b: 1 }, null].map((payload) => invoke(cloud, payload)));
    expect(replies.map(({ reply }) => reply)).toEqual([{ told: 'a' }, { told: { b: 1 } }, { told: null }]);
    expect(cloud.counts()['nibrs-dev-obedient-direct']).toMatchObject({ invocations: 3, errors: 0 });
  });

  it('fails to whoever calls it, as Lambda tells it', async () => {
    await start();
    expect(await invoke(cloud, { do: 'throw' })).toEqual({
      FunctionError: 'Unhandled',
      reply: { errorType: 'Error', errorMessage: 'nibrs-dev-obedient-direct failed: Error: as told' },
    });
    await expect(invoke(cloud, {}, 'nibrs-dev-nobody')).rejects.toThrow(ResourceNotFoundException);
  });

  it('is called by its own name and by that of its alias', async () => {
    await start();
    expect(cloud.outputs.DirectFunction).toBe('nibrs-dev-obedient-direct:live');
    expect(await invoke(cloud, 'a', 'nibrs-dev-obedient-direct')).toMatchObject({ reply: { told: 'a' } });
    await expect(invoke(cloud, {}, 'nibrs-dev-obedient-direct:old')).rejects.toThrow(ResourceNotFoundException);
  });
});

describe('queues', () => {
  it('hand over every message once when all goes well', async () => {
    await start();
    const messages = Array.from({ length: 500 }, (_, id) => ({ do: 'work', id }));
    await send('Standard', messages);
    await cloud.idle();
    expect(handled().toSorted((a, b) => Number(a) - Number(b))).toEqual(messages.map(({ id }) => id));
    expect(cloud.counts()['nibrs-dev-obedient-standard']).toMatchObject({ errors: 0, timeouts: 0 });
  });

  it('keep the order within a group, also when a message fails for the first time', async () => {
    await start();
    const ids = Array.from({ length: 12 }, (_, n) => n);
    for (const group of ['a', 'b', 'c']) {
      const messages = ids.map((n) => ({ do: n % 5 === 2 ? 'fail-once' : 'work', id: `${group}${n}` }));
      await send('Ordered', messages, group);
    }
    await cloud.idle();
    for (const group of ['a', 'b', 'c']) {
      expect(handled().filter((id) => String(id).startsWith(group))).toEqual(ids.map((n) => `${group}${n}`));
    }
  });

  it('deliver again only the message that failed', async () => {
    await start();
    await send('Standard', [
      { do: 'work', id: 1 },
      { do: 'fail-once', id: 2 },
      { do: 'work', id: 3 },
    ]);
    await cloud.idle();
    expect(handled().toSorted()).toEqual([1, 2, 3]);
    expect(await cloud.deadLetters()).toEqual([]);
  });

  it.each([
    ['a throw', { do: 'throw-once', id: 1 }],
    ['a reply that is malformed', { do: 'malformed-once', id: 1 }],
    ['a crash', { do: 'exit-once', id: 1 }],
    ['more memory than it has', { do: 'grow-once', id: 1 }],
  ])('deliver a batch again after %s', async (_, message) => {
    await start();
    await send('Standard', [message]);
    await cloud.idle();
    expect(handled()).toEqual([1]);
  });

  it('deliver a batch again after the function took longer than it may', async () => {
    await start();
    await send('Standard', [{ do: 'hang-once', id: 1 }]);
    await cloud.idle();
    expect(handled()).toEqual([1]);
    expect(cloud.counts()['nibrs-dev-obedient-standard']).toEqual({ invocations: 2, errors: 1, timeouts: 1 });
  });

  it('set aside a message that fails every time, and tell why', async () => {
    await start();
    await send('Standard', [{ do: 'throw', id: 'poison' }]);
    await cloud.idle();
    await send('Ordered', [
      { do: 'fail', id: 'poison' },
      { do: 'work', id: 'next' },
    ]);
    await cloud.idle();
    expect(await cloud.deadLetters()).toEqual([
      {
        queue: 'nibrs-dev-standard-dead-letters',
        body: '{"do":"throw","id":"poison"}',
        cause: 'nibrs-dev-obedient-standard failed: Error: as told',
      },
      {
        queue: 'nibrs-dev-ordered-dead-letters.fifo',
        body: '{"do":"fail","id":"poison"}',
        cause: 'the function reported it as failed; see its log',
      },
    ]);
    expect(cloud.counts()['nibrs-dev-obedient-standard']).toMatchObject({ invocations: 5 });
    expect(handled()).toEqual(['next']);
  });
});

describe('idle', () => {
  it('waits for what functions send on, however long the chain', async () => {
    await start();
    await cloud.idle();
    await send(
      'Standard',
      [1, 2, 3].map((id) => ({ do: 'forward', id, times: 20 })),
    );
    await cloud.idle();
    expect(handled()).toHaveLength(3 * 21);
  });

  it('rejects when the cloud stops first', async () => {
    await start();
    await send('Standard', [{ do: 'throw', id: 1 }]);
    const idle = expect(cloud.idle()).rejects.toThrow('stopped before it was idle');
    await cloud.stop();
    await idle;
  });
});

describe('uploads', () => {
  it('reach the queue that the template names, with the key as S3 encodes it', async () => {
    await start();
    const Key = 'submissions/1 a+b/Fäll & Co.txt';
    await cloud.clients().s3.send(new PutObjectCommand({ Bucket: cloud.outputs.Bucket, Key, Body: 'hello' }));
    await cloud.idle();
    expect(journalEntries()).toEqual([
      {
        id: 'submissions/1+a%2Bb/F%C3%A4ll+%26+Co.txt',
        eventName: 'ObjectCreated:Put',
        key: Key,
        size: 5,
        text: 'hell',
      },
    ]);
  });

  it('may come as signed forms, from the pages that the template lets in', async () => {
    await start();
    const { Bucket = '' } = cloud.outputs;
    const { url, fields } = await createPresignedPost(cloud.clients().s3, { Bucket, Key: 'form' });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob(['hello']));
    const origin = 'https://portal.example';
    const answer = await fetch(url, { method: 'POST', body: form, headers: { origin } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    await cloud.idle();
    expect(journalEntries()).toMatchObject([{ eventName: 'ObjectCreated:Post', key: 'form', size: 5 }]);
  });
});

describe('a data directory', () => {
  it('lets the next start go on where the last one ended', async () => {
    const dataDir = mkdtempSync(join(scratch, 'data-'));
    await start(dataDir);
    const TableName = cloud.outputs.Message?.split(' ')[0];
    await cloud.clients().documents.send(new PutCommand({ TableName, Item: { pk: 'kept', sk: 1 } }));
    await cloud.clients().s3.send(new PutObjectCommand({ Bucket: cloud.outputs.Bucket, Key: 'kept', Body: 'text' }));
    await send('Ordered', [{ do: 'fail', id: 'poison' }]);
    await cloud.idle();
    await send('Standard', [{ do: 'hang-once', id: 'unfinished' }]);
    await cloud.stop();
    expect(handled()).toEqual(['kept']);

    await start(dataDir);
    await cloud.idle();
    expect(handled().toSorted()).toEqual(['kept', 'unfinished']);
    expect(await cloud.deadLetters()).toMatchObject([{ body: '{"do":"fail","id":"poison"}' }]);
    const { Item } = await cloud.clients().documents.send(new GetCommand({ TableName, Key: { pk: 'kept', sk: 1 } }));
    expect(Item).toEqual({ pk: 'kept', sk: 1 });
  });

  it('tells other processes where its cloud is, as long as it runs', async () => {
    const dataDir = mkdtempSync(join(scratch, 'data-'));
    expect(attachLocalCloud(dataDir)).toBeUndefined();
    await start(dataDir);
    expect(statSync(join(dataDir, 'running.json')).mode & 0o777).toBe(0o600);
    const attached = attachLocalCloud(dataDir) as AttachedCloud;
    expect(attached.outputs).toEqual(cloud.outputs);
    expect(await invoke(attached, 'from elsewhere')).toMatchObject({ reply: { told: 'from elsewhere' } });
    await attached.stop();
    expect(await invoke(cloud, 'still here')).toMatchObject({ reply: { told: 'still here' } });
    await cloud.stop();
    expect(attachLocalCloud(dataDir)).toBeUndefined();
    expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
  });

  it('survives the sudden death of the process', async () => {
    const dataDir = mkdtempSync(join(scratch, 'data-'));
    journal = join(dataDir, 'journal');
    const script = join(import.meta.dirname, '..', 'test', 'fixtures', 'run-small-cloud.ts');
    const child = spawn(process.execPath, [script, assembly.directory, dataDir, journal], { stdio: 'pipe' });
    await once(child.stdout, 'data');
    await vi.waitFor(() => expect(handled().length).toBeGreaterThan(20), { timeout: 30_000, interval: 5 });
    const attached = attachLocalCloud(dataDir) as AttachedCloud;
    expect(await invoke(attached, 'from another process')).toMatchObject({ reply: { told: 'from another process' } });
    await attached.stop();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(dataDir, 'running.json'))).toBe(true);
    expect(attachLocalCloud(dataDir)).toBeUndefined();

    cloud = await runAssembly(assembly.directory, { dataDir, parameters: { Journal: journal } });
    await cloud.idle();
    // A message that was in flight comes once more; none is lost, and none overtakes another of its group.
    const all = Array.from({ length: 200 }, (_, index) => index + 1);
    for (const group of [0, 1]) {
      const ids = [...new Set(handled())].filter((id) => Number(id) % 2 === group);
      expect(ids).toEqual(all.filter((id) => id % 2 === group));
    }
    expect(handled().length).toBeLessThanOrEqual(all.length + 4);
    expect(await cloud.deadLetters()).toEqual([]);
  });

  it('belongs to one local cloud at a time', async () => {
    const dataDir = mkdtempSync(join(scratch, 'data-'));
    await start(dataDir);
    await expect(runAssembly(assembly.directory, { dataDir, parameters: { Journal: journal } })).rejects.toThrow(
      'Another local cloud is using',
    );
    await cloud
      .clients()
      .sqs.send(
        new SendMessageCommand({ QueueUrl: cloud.outputs.StandardUrl, MessageBody: '{"do":"work","id":"still here"}' }),
      );
    await cloud.idle();
    expect(handled()).toEqual(['still here']);
  });
});
