import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../local/index.ts';
import type { ReportsChunk } from '../../shared/intake/messages.ts';
import type { SubmissionStatus } from '../../shared/submissions/read-submission.ts';
import { generateFile } from '../generate/file.ts';
import { openCloud, type TestCloud } from './cloud.ts';

const nowhere: ReportsChunk = {
  submission: 'unheard of',
  chunk: 0,
  bucket: 'no-such-bucket',
  key: 'submissions/MO0030000/20261001T080000000Z/id/file.txt',
  fileName: 'file.txt',
  ori: 'MO0030000',
  period: '2026-09',
  stateCode: 'MO',
  ranges: [{ start: 0, end: 10, record: 1 }],
};

/** By the agency in whose group they are: messages that cannot be handled, and why. */
const poison = {
  MO0010000: { body: 'not JSON', why: /The message is not JSON/ },
  MO0020000: { body: JSON.stringify({ ...nowhere, chunk: 'first' }), why: /does not have its shape/ },
  MO0030000: { body: JSON.stringify(nowhere), why: /bucket does not exist/ },
};

const logs: LogEntry[] = [];
const submissions: SubmissionStatus[] = [];
let test: TestCloud;

beforeAll(async () => {
  test = await openCloud({ onLog: (entry) => logs.push(entry) });
  const { sqs } = test.cloud.clients();
  for (const [ori, { body: MessageBody }] of Object.entries(poison)) {
    const QueueUrl = test.cloud.outputs.ReportsQueueUrl;
    await sqs.send(
      new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: ori, MessageDeduplicationId: `poison ${ori}` }),
    );
  }
  const agencies = [...Object.keys(poison), 'MO0040000'];
  const ids = await Promise.all(agencies.map((ori, index) => uploadMonth(ori, index)));
  await test.cloud.idle();
  for (const id of ids) submissions.push(await test.submission(id));
});

afterAll(() => test.cloud.stop());

function uploadMonth(ori: string, seed: number): Promise<string> {
  const counts = { incidents: 3, arrests: 0, zeroReports: 0, stateSegments: true };
  const month = generateFile({ state: 'MO', agencies: [ori], period: '2026-09', ...counts, seed, lineEnd: '\r\n' });
  const content = Buffer.from(month, 'latin1');
  return test.upload({ uploader: ori, openedAt: new Date(Date.UTC(2026, 9, 1)), fileName: 'september.txt', content });
}

describe('a message on the reports queue that cannot be handled', () => {
  it.each(Object.entries(poison))('goes to the dead letters with its cause: %s', async (_, { body, why }) => {
    expect(await test.cloud.deadLetters()).toContainEqual({
      queue: 'nibrs-dev-reports-dead-letters.fifo',
      body,
      cause: expect.stringMatching(why),
    });
    expect(logs.some(({ line }) => why.test(line))).toBe(true);
  });

  it('is the only one that goes there', async () => {
    expect(await test.cloud.deadLetters()).toHaveLength(Object.keys(poison).length);
  });

  it('keeps nothing from being filed, neither of its own agency nor of another', () => {
    for (const { completed, tally } of submissions) {
      expect({ completed, tally }).toMatchObject({ completed: true, tally: { accepted: 3, rejected: 0 } });
    }
  });
});
