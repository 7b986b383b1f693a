import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnRepository, startRepository } from '../../bin/repository/repository.ts';
import { attachLocalCloud } from '../../local/index.ts';
import type { ReportsChunk } from '../../shared/intake/messages.ts';
import { submissionId, uploadKey } from '../../shared/intake/upload-key.ts';
import { readSubmission } from '../../shared/submissions/read-submission.ts';
import { generateFile } from '../generate/file.ts';

const ori = 'MO0010000';
const counts = { incidents: 3, arrests: 0, zeroReports: 0, stateSegments: false };
const month = generateFile({ state: 'NONE', agencies: [ori], period: '2026-09', ...counts, seed: 5, lineEnd: '\n' });
const content = Buffer.from(month, 'latin1');
const fileName = 'september.txt';
const submission = submissionId({
  agency: ori,
  fileName,
  sha256: createHash('sha256').update(content).digest('hex'),
});
const key = uploadKey({ uploader: ori, openedAt: new Date('2026-10-01T08:00:00Z'), id: submission, fileName });

const directory = mkdtempSync(join(tmpdir(), 'nibrs-redrive-'));
let repository: OwnRepository;

/** The command, in a process of its own beside the one that runs the cloud. */
async function nibrs(...args: readonly string[]) {
  const script = join(import.meta.dirname, '..', '..', 'bin', 'nibrs.ts');
  const child = spawn(process.execPath, [script, ...args, '--data', directory], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { printed, complaint, code: code as number | null };
}

/** Tells of a file that is not there: its notification, and a chunk of it. Its bucket sends no notification of its own. */
async function sendTooEarly(): Promise<void> {
  const bucket = repository.buckets.work;
  const object = { key: encodeURIComponent(key).replaceAll('%2F', '/') };
  const notice = { eventVersion: '2.1', eventName: 'ObjectCreated:Put', s3: { bucket: { name: bucket }, object } };
  const ranges = [{ start: 0, end: content.length - 1, record: 1 }];
  const chunk: ReportsChunk = {
    ...{ submission, chunk: 0, bucket, key, fileName, ori, period: '2026-09', stateCode: 'MO', ranges },
  };
  const attached = attachLocalCloud(directory);
  const send = async (queue: string, body: unknown, fifo = {}) => {
    const QueueUrl = attached?.outputs[queue];
    await attached
      ?.clients()
      .sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body), ...fifo }));
  };
  await send('IntakeQueueUrl', { Records: [notice] });
  await send('ReportsQueueUrl', chunk, { MessageGroupId: ori, MessageDeduplicationId: 'too early' });
  await repository.idle();
  await attached?.stop();
}

beforeAll(async () => {
  const clock = () => new Date('2026-11-22T12:00:00Z');
  repository = await startRepository({ directory, clock, state: undefined, submitter: 'MOUCR0001' });
  await sendTooEarly();
});
afterAll(async () => {
  await repository.stop();
  rmSync(directory, { recursive: true });
});

describe('dead letters', { timeout: 60_000 }, () => {
  it('are listed by another process, with what they were about and why they failed', async () => {
    const { printed, code } = await nibrs('dead-letters', '--format', 'json');
    expect(code).toBe(0);
    const cause = expect.stringContaining('does not exist');
    expect(
      printed
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { queue: 'intake', submission, ori, cause },
      { queue: 'reports', submission, chunk: '0', ori, period: '2026-09', cause },
    ]);
  });

  it('come back when they are sent back and nothing has changed', async () => {
    const { printed, code } = await nibrs('redrive', 'reports');
    expect(printed).toBe('reports: 1 message sent back, 1 failed again; nibrs dead-letters tells why.\n');
    expect(code).toBe(3);
    expect(await repository.deadLetters()).toHaveLength(2);
  });

  it('are of a queue that there is', async () => {
    const { complaint, code } = await nibrs('redrive', 'report');
    expect(complaint).toContain('There is no queue "report": use one of answers,');
    expect(code).toBe(2);
  });

  it('are handled once their cause is gone, and the submission completes', async () => {
    await repository.objects.put({ bucket: repository.buckets.work, key }, content, 'text/plain');
    const { printed, code } = await nibrs('redrive', 'all');
    expect(printed.trim().split('\n').sort()).toEqual([
      'intake: 1 message sent back, all were handled.',
      'reports: 1 message sent back, all were handled.',
    ]);
    expect(code).toBe(0);
    await repository.idle();
    const { completed, tally } = await readSubmission(repository, submission);
    expect({ completed, tally }).toMatchObject({ completed: true, tally: { accepted: 3, rejected: 0 } });
    expect(await repository.deadLetters()).toEqual([]);
    expect((await nibrs('dead-letters')).printed).toBe('There are no dead letters.\n');
  });
});
