import { createHash } from 'node:crypto';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateFile } from '../generate/file.ts';
import { openCloud, type TestCloud } from './cloud.ts';

const period = '2026-09';
const ori = 'MO0010000';
const counts = { incidents: 3, arrests: 3, zeroReports: 0, stateSegments: true };
const month = generateFile({ state: 'MO', agencies: [ori], period, ...counts, seed: 5, lineEnd: '\n' });
const arrest = month
  .split('\n')
  .find((line) => line[4] === '7')
  ?.slice(25, 37)
  .trim();

const people = {
  operator: { name: 'Sam Reed', username: 'sam.reed', groups: ['state-operator'] },
  reader: { name: 'Ana Lopez', username: 'ana.lopez', groups: ['element-reader', ori] },
  clerk: { name: 'Pat Doe', username: 'pat.doe', groups: ['agency-clerk', ori] },
};

let test: TestCloud;

beforeAll(async () => {
  test = await openCloud();
  const openedAt = new Date(Date.UTC(2026, 9, 1));
  await test.upload({ uploader: ori, openedAt, fileName: 'september.txt', content: Buffer.from(month, 'latin1') });
  await test.cloud.idle();
});
afterAll(() => test.cloud.stop());

interface Reply {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect
  body: any;
}

async function call(who: keyof typeof people, method: 'GET' | 'POST', path: string, body?: object): Promise<Reply> {
  const token = await test.cloud.identity.token(people[who]);
  const response = await fetch(new URL(`api/${path}`, test.cloud.gateway.url), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

describe('a month, ordered through the API', { timeout: 60_000 }, () => {
  let file: string;

  it('is planned, sealed, held, released and forwarded', async () => {
    const plan = await call('operator', 'GET', `transmissions/plan?period=${period}`);
    expect(plan.body.changes).toMatchObject([{ ori, changes: Array.from({ length: 6 }, () => ({ effect: 'new' })) }]);

    expect(await call('operator', 'POST', 'transmissions', { period })).toMatchObject({ status: 202 });
    await test.cloud.idle();
    const listed = await call('operator', 'GET', 'transmissions');
    expect(listed.body.transmissions).toMatchObject([{ period, stage: 'sealed', sealed: { reports: 6 } }]);
    file = listed.body.transmissions[0].file;

    const reason = 'A correction is on its way';
    expect(await call('operator', 'POST', `transmissions/${file}/hold`, { reason })).toMatchObject({ status: 200 });
    expect(await call('operator', 'POST', `transmissions/${file}/forwarding`)).toMatchObject({ status: 409 });
    expect(await call('operator', 'POST', `transmissions/${file}/release`, { reason: 'It came' })).toMatchObject({
      body: { released: true },
    });
    expect(await call('operator', 'POST', `transmissions/${file}/forwarding`)).toMatchObject({ status: 202 });
    await test.cloud.idle();
    const { body } = await call('operator', 'GET', `transmissions/${file}`);
    expect(body).toMatchObject({ stage: 'forwarded', changes: plan.body.changes });
    expect(body.decisions.map(({ by }: { by: string }) => by)).toEqual(['sam.reed', 'sam.reed']);
  });

  it('is downloaded as it was sealed, and made again from the ledger', async () => {
    const { body: link } = await call('operator', 'GET', `transmissions/${file}/download?what=file`);
    const sha256 = createHash('sha256')
      .update(await (await fetch(link.url)).text(), 'latin1')
      .digest('hex');
    expect((await call('operator', 'GET', `transmissions/${file}`)).body.sealed.sha256).toBe(sha256);

    const { body: asked } = await call('operator', 'POST', 'extracts', { file });
    await test.cloud.idle();
    const { body: extract } = await call('operator', 'GET', `extracts/${asked.extract}`);
    expect(extract).toMatchObject({ state: 'made', sha256, sealedSha256: sha256 });
    expect((await fetch(extract.download.url)).status).toBe(200);
  });

  it('is counted by those who may, and its elements read on record', async () => {
    const body = { element: 'MO-3', from: period, to: period, reason: 'publication' };
    const { body: asked } = await call('operator', 'POST', 'statistics', body);
    await test.cloud.idle();
    const { body: counted } = await call('operator', 'GET', `statistics/${asked.request}`);
    expect(counted).toMatchObject({ state: 'counted', element: 'MO-3', draft: false, tables: [{ period }] });

    const read = { reason: 'case 26-1' };
    const { body: reply } = await call('reader', 'POST', `reports/${ori}/${arrest}/elements`, read);
    expect(reply.elements.map(({ element }: { element: string }) => element)).toContain('MO-3');
    expect(await call('operator', 'POST', `reports/${ori}/${arrest}/elements`, read)).toMatchObject({ status: 403 });
  });

  it('is nothing that a clerk may order', async () => {
    expect(await call('clerk', 'POST', 'transmissions', { period })).toMatchObject({ status: 403 });
    expect(await call('clerk', 'GET', `transmissions/${file}`)).toMatchObject({ status: 403 });
  });
});

describe('what was given up, seen through the API', { timeout: 60_000 }, () => {
  it('says why, and goes back to its queue', async () => {
    const { sqs } = test.cloud.clients();
    const notice = { ori, period, submission: 'unheard of', changed: [] };
    const MessageBody = JSON.stringify(notice);
    const fifo = { MessageGroupId: ori, MessageDeduplicationId: 'poison' };
    await sqs.send(new SendMessageCommand({ QueueUrl: test.cloud.outputs.MonthsQueueUrl, MessageBody, ...fifo }));
    await test.cloud.idle();

    const { body } = await call('operator', 'GET', 'operations');
    expect(body.queues).toContainEqual({ name: 'months', function: 'project-month', waiting: 0, deadLetters: 1 });
    expect(body.queues).toHaveLength(13);
    expect(body.deadLetters).toEqual([
      {
        queue: 'months',
        message: expect.any(String),
        at: expect.any(String),
        cause: expect.stringContaining('does not have its shape'),
        about: { ori, period, submission: 'unheard of' },
      },
    ]);
    expect(body.calendar.map(({ action }: { action: string }) => action)).toEqual(['remind', 'close', 'forward']);

    const redriven = await call('operator', 'POST', 'operations/queues/months/redrive');
    expect(redriven).toEqual({ status: 202, body: { queue: 'months', deadLetters: 0 } });
    await test.cloud.idle();
    expect(await test.cloud.deadLetters()).toHaveLength(1);
    expect(await call('operator', 'POST', 'operations/queues/payroll/redrive')).toMatchObject({ status: 404 });
  });
});
