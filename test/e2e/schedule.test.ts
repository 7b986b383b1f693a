import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createQueue } from '../../shared/aws/queue.ts';
import { execute } from '../../shared/ledger/execute.ts';
import { hold, release, stageOf } from '../../shared/ledger/forwarding.ts';
import { listNumbers, readTransmissionOf } from '../../shared/ledger/list-transmissions.ts';
import { transmissionStream } from '../../shared/ledger/streams.ts';
import { transmissionFold } from '../../shared/ledger/transmissions.ts';
import type { ScheduledAction } from '../../shared/schedule/messages.ts';
import { writeFile } from '../generate/file.ts';
import { generateReports } from '../generate/reports.ts';
import { openCloud, type TestCloud } from './cloud.ts';

const ori = 'MO0010100';
const stamp = { at: new Date().toISOString(), by: 'A. Reyes', cause: {} };
let test: TestCloud;
let invoked: (name: string) => void = () => {};

beforeAll(async () => {
  test = await openCloud({ state: 'NONE', onInvocation: ({ function: name }) => invoked(name) });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => test.cloud.stop());

/** Files a month of an agency. */
async function file(period: string, day: number): Promise<void> {
  const counts = { incidents: 3, arrests: 1, zeroReports: 0 };
  const reports = generateReports({
    ...counts,
    state: 'NONE',
    agencies: [ori],
    period,
    seed: day,
    stateSegments: false,
  });
  const content = Buffer.from(writeFile(reports, { state: 'NONE', lineEnd: '\r\n' }), 'latin1');
  await test.upload({ uploader: ori, openedAt: new Date(Date.UTC(2026, 9, day)), fileName: `${period}.txt`, content });
  await test.cloud.idle();
}

/** Delivers what the calendar sends, twice as it may, and waits for all that follows. */
async function calendar(action: ScheduledAction['action'], scheduledTime: string): Promise<void> {
  const queue = createQueue<ScheduledAction>(test.cloud.clients().sqs, test.cloud.outputs.ScheduleQueueUrl ?? '');
  const message = { body: { action, scheduledTime } };
  await queue.send([message, message]);
  await test.cloud.idle();
}

async function transmissions() {
  const thisYear = new Date().getUTCFullYear();
  const numbers = await listNumbers(test.ledger, { firstYear: thisYear, lastYear: thisYear });
  return Promise.all(numbers.map((number) => readTransmissionOf(test.ledger, number)));
}

const stages = async () => (await transmissions()).map(({ number, state }) => [number.period, stageOf(state)]);

/** What a person says of the newest transmission. */
async function decide(how: typeof hold | typeof release): Promise<void> {
  const transmission = (await transmissions()).at(-1)?.number.transmission ?? '';
  await execute(test.ledger, transmissionStream(transmission), transmissionFold, (state) =>
    how(state, { reason: 'look again' }, stamp),
  );
}

it('a month is closed and forwarded by the calendar, and one that is held stays until it is released', async () => {
  await file('2026-09', 1);
  await calendar('close', '2026-10-11T11:00:00Z');
  await file('2026-10', 2);
  await calendar('close', '2026-11-11T11:00:00Z');
  expect(await stages()).toEqual([
    ['2026-09', 'sealed'],
    ['2026-10', 'sealed'],
  ]);

  await decide(hold);
  await calendar('forward', '2026-11-14T15:00:00Z');
  expect(await stages()).toEqual([
    ['2026-09', 'forwarded'],
    ['2026-10', 'held'],
  ]);
  const outbox = await test.contents(test.buckets.outbox);
  const [hash, ...others] = [...outbox].filter(([key]) => key.endsWith('.sha256'));
  expect(others).toEqual([]);
  const [key = '', text = ''] = hash ?? [];
  const sealed = outbox.get(key.replace('.sha256', '')) ?? '';
  const sha256 = createHash('sha256').update(Buffer.from(sealed, 'latin1')).digest('hex');
  expect(text).toBe(`${sha256}  ${key.replace('.sha256', '').split('/').at(-1)}\n`);

  await decide(release);
  await calendar('forward', '2026-12-14T15:00:00Z');
  expect(await stages()).toEqual([
    ['2026-09', 'forwarded'],
    ['2026-10', 'forwarded'],
  ]);
  const [first] = await transmissions();
  expect(first?.events.filter(({ type }) => /Forward/.test(type)).map(({ type, by }) => [type, by])).toEqual([
    ['ForwardingStarted', 'schedule'],
    ['TransmissionForwarded', 'schedule'],
  ]);
  expect(await test.cloud.deadLetters()).toEqual([]);
});

it('reminders are written by the calendar', async () => {
  await calendar('remind', '2026-11-05T13:00:00Z');
  const written = (await test.contents(test.buckets.work)).get('reminders/2026-10.json') ?? '';
  expect(JSON.parse(written)).toMatchObject({ period: '2026-10', due: '2026-11-10', reminders: [] });
});

it('by the clock, the calendar does what is due from now on', async () => {
  const done = new Promise<void>((resolve) => {
    invoked = (name) => name.endsWith('run-schedule') && resolve();
  });
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-12-05T12:59:59.990Z');
  test.cloud.followSchedules();
  vi.setSystemTime('2026-12-05T13:00:00.010Z');
  await done;
  vi.useRealTimers();
  await test.cloud.idle();
  const written = (await test.contents(test.buckets.work)).get('reminders/2026-11.json') ?? '';
  expect(JSON.parse(written)).toMatchObject({ request: 'schedule-remind-2026-12-05T13:00:00Z' });
});
