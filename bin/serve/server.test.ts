import { once } from 'node:events';
import type { Server } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryFederalCopy } from '../../shared/extract/federal-copy-memory.ts';
import type { StartTransmission } from '../../shared/extract/messages.ts';
import { createMemoryMonths } from '../../shared/extract/months-memory.ts';
import { createMemoryLedger } from '../../shared/ledger/memory.ts';
import type { NewEvent } from '../../shared/ledger/port.ts';
import { RawKeyring } from '../../shared/ledger/protection/keyring.ts';
import { submissionStream } from '../../shared/ledger/streams.ts';
import { emptyTally } from '../../shared/ledger/submissions.ts';
import { createMemoryObjects, MemoryQueue } from '../../test/memory.ts';
import type { OwnRepository } from '../repository/repository.ts';
import type { StoredTable } from '../repository/stored-table.ts';
import { startServer } from './server.ts';

const at = new Date('2026-11-22T12:00:00Z');
const stamp = { at: at.toISOString(), by: 'test', cause: {} };
const finding = {
  code: '404',
  severity: 'error',
  record: 7,
  segment: '5',
  ori: 'MO1990100',
  report: '26-000001',
  element: '37',
  elementName: 'Age of offender',
  message: '"<b>" is not an age.',
  hint: 'Give the age in years.',
};

const objects = createMemoryObjects();
const transmissions = new MemoryQueue<StartTransmission>();
const noTable: StoredTable = { async *items() {}, add: async () => {} };
const link = 'Runbook: https://example.org/docs/runbooks';
const counted = (name: string) => ({ namespace: 'ours', name, dimensions: [], statistic: 'Sum' as const, period: 300 });
const widget = {
  ...{ type: 'metric' as const, width: 12, x: 0, y: 0 },
  properties: {
    view: 'timeSeries' as const,
    title: 'Reports',
    metrics: [counted('ReportsAccepted'), counted('ReportsRejected')],
  },
};
const repository: OwnRepository = {
  state: 'MO',
  ledger: createMemoryLedger({ keyring: new RawKeyring({}) }),
  months: createMemoryMonths(),
  federal: createMemoryFederalCopy(),
  objects,
  buckets: { inbox: 'inbox', work: 'work', outbox: 'outbox', answers: 'answers' },
  transmissions,
  rebuilds: new MemoryQueue(),
  projections: new MemoryQueue(),
  stored: { ledger: noTable, keys: noTable },
  forwards: new MemoryQueue(),
  schedule: new MemoryQueue(),
  statistics: new MemoryQueue(),
  expungements: new MemoryQueue(),
  readElements: async () => ({ refused: 'nobody reads here' }),
  readHistory: async () => ({ refused: 'nobody reads here' }),
  due: { dueDay: 10 },
  calendar: {
    remind: { days: [1], hour: 0, minute: 0 },
    close: { days: [1], hour: 0, minute: 0 },
    forward: { days: [1], hour: 0, minute: 0 },
  },
  uploader: 'MOUCR0001',
  openUpload: () => at,
  until: async () => {
    throw new Error('nobody waits here');
  },
  idle: async () => {},
  followCalendar: () => {},
  operations: () => ({
    dashboards: [{ name: 'nibrs-dev-pipeline', widgets: [widget] }],
    alarms: [
      { name: 'nibrs-dev-urgent', description: 'Something has stopped', ringing: true },
      { name: 'nibrs-dev-dead-letters-reports', description: `They <failed>. ${link}/dead-letters.md`, ringing: true },
      { name: 'nibrs-dev-queue-age-intake', description: `They wait. ${link}/queue-age.md`, ringing: false },
    ],
    read: ({ name }) => (name === 'ReportsAccepted' ? [undefined, 40, 2] : [undefined, undefined, undefined]),
  }),
  deadLetters: async () => [],
  queues: async () => [],
  stop: async () => {},
};

const upload = 'submissions/MOUCR0001/20261005T083000000Z/s1/village.txt';

let server: Server;
let origin: string;

beforeAll(async () => {
  const tally = { ...emptyTally(), records: 9, reports: 2, accepted: 1, rejected: 1, errors: 1 };
  const events: NewEvent[] = [
    {
      ...stamp,
      type: 'SubmissionReceived',
      data: { bucket: 'inbox', key: upload, fileName: 'village.txt', bytes: 400, sha256: 'ab' },
    },
    {
      ...stamp,
      type: 'SubmissionSplit',
      data: { period: '2026-09', records: 9, reports: 2, agencies: ['MO1990100'], chunks: 1 },
    },
    {
      ...stamp,
      type: 'ChunkProcessed',
      data: { chunk: 0, ori: 'MO1990100', tally, findingsKey: 'findings/s1/0.jsonl' },
    },
    { ...stamp, type: 'SubmissionCompleted', data: { tally } },
  ];
  await repository.ledger.append([{ stream: submissionStream('s1'), expectedVersion: 0, events }]);
  await objects.put({ bucket: 'inbox', key: upload }, 'the upload', 'text/plain');
  await objects.put({ bucket: 'work', key: 'findings/s1/0.jsonl' }, `${JSON.stringify(finding)}\n`, 'text/plain');
  await objects.put({ bucket: 'outbox', key: 'transmissions/2026-09/a.txt' }, 'the file', 'text/plain');
  server = await startServer({ repository, clock: () => at }, 0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

async function page(path: string): Promise<string> {
  return (await fetch(`${origin}${path}`)).text();
}

describe('the status page', () => {
  test('lists submissions and their months', async () => {
    const home = await page('/');
    expect(home).toContain('<a href="/submissions/s1">village.txt</a>');
    expect(home).toContain('filed, with rejected reports');
    expect(home).toContain('aria-label="Build the FBI file of 2026-09"');
    expect(home).not.toContain('http-equiv="refresh"');
  });

  test('shows the findings of a submission, escaped', async () => {
    const submission = await page('/submissions/s1');
    expect(submission).toContain('37 Age of offender');
    expect(submission).toContain('&quot;&lt;b&gt;&quot; is not an age.');
  });

  test('hands out files of the outbox', async () => {
    expect(await page('/outbox/transmissions/2026-09/a.txt')).toBe('the file');
    expect((await fetch(`${origin}/outbox/transmissions/2026-09/none.txt`)).status).toBe(404);
  });

  test('asks for the transmission of a month', async () => {
    const body = new URLSearchParams({ period: '2026-09' });
    const response = await fetch(`${origin}/transmissions`, { method: 'POST', body, redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(transmissions.take()).toMatchObject({ period: '2026-09' });
  });

  test('takes an uploaded file, under its name without a path', async () => {
    const body = new FormData();
    body.append('file', new File(['00465I'], 'C:\\export\\september.txt'));
    const response = await fetch(`${origin}/submissions`, { method: 'POST', body, redirect: 'manual' });
    expect(response.status).toBe(303);
    const keys = [...objects.contents.keys()].filter((key) => key.startsWith('inbox/'));
    expect(keys.at(-1)).toMatch(/^inbox\/submissions\/MOUCR0001\/\d{8}T\d{9}Z\/[0-9a-f]{32}\/september\.txt$/);
  });

  test('shows the dashboards with what was measured, and what to do about an alarm that rings', async () => {
    const shown = await page('/operations');
    expect(shown).toContain('1 alarm rings.');
    expect(shown).toContain('They &lt;failed&gt;. <a href="/operations/runbooks/dead-letters.md">What to do</a>');
    expect(shown).not.toContain('They wait.');
    expect(shown).toMatch(/<h3>Reports<\/h3>.*reports accepted<\/span>.*<b>42<\/b>.*reports rejected.*<b>–<\/b>/s);
    expect(shown.match(/<rect /g)).toHaveLength(6);
    expect(await page('/operations/runbooks/dead-letters.md')).toContain('## Redrive');
    for (const none of ['none.md', '..%2Fprivacy.md', 'README']) {
      expect((await fetch(`${origin}/operations/runbooks/${none}`)).status).toBe(404);
    }
  });

  test('says what is wrong with a request', async () => {
    expect((await fetch(`${origin}/nothing`)).status).toBe(404);
    expect((await fetch(`${origin}/submissions/unknown`)).status).toBe(404);
    const body = new URLSearchParams({ period: 'September' });
    expect((await fetch(`${origin}/transmissions`, { method: 'POST', body })).status).toBe(400);
  });

  test('lets no other site use it', async () => {
    const body = new URLSearchParams({ period: '2026-09' });
    const headers = { origin: 'https://example.org' };
    expect((await fetch(`${origin}/transmissions`, { method: 'POST', body, headers })).status).toBe(403);
    expect(await statusUnderName('example.org')).toBe(403);
  });
});

/** `fetch` does not let a caller set the name of the host. */
async function statusUnderName(host: string): Promise<number | undefined> {
  const sent = request(origin, { headers: { host } }).end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}
