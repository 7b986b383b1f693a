import { expect, it } from 'vitest';
import { writeFile } from '../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { createPipeline } from '../../test/pipeline.ts';
import { UsageError } from '../errors.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { accessStream, reportStream } from '../ledger/streams.ts';
import { findProfile, type StateProfile } from '../state/index.ts';
import type { ReadElements } from './messages.ts';
import { isKept } from './retention.ts';
import { showElements } from './show-elements.ts';

const missouri = findProfile('MO') as StateProfile;
const now = '2026-11-22T12:00:00.000Z';
const month = generateReports({
  state: 'MO',
  agencies: ['MO0010000'],
  period: '2026-09',
  incidents: 12,
  arrests: 3,
  zeroReports: 0,
  seed: 5,
  stateSegments: true,
});
const arrested = month.find(({ state }) => state?.values.some(({ element }) => element === 'MO-3')) as GeneratedReport;

async function filed(): Promise<Ledger> {
  const pipeline = createPipeline({ state: 'MO' });
  await pipeline.receive('september.txt', writeFile(month, { state: 'MO', lineEnd: '\r\n' }));
  await pipeline.settle();
  return pipeline.ledger;
}

function read(ledger: Ledger, change: Partial<ReadElements> = {}, profile: StateProfile | undefined = missouri) {
  const { ori, number } = arrested.report;
  const request = { ori, number, reader: 'j.doe', reason: 'audit 2026-4', ...change };
  return showElements({ ledger, profile, clock: () => new Date(now) }, request, 'request-1');
}

const recorded = (ledger: Ledger): Promise<LedgerEvent[]> => ledger.read(accessStream('2026-11'));

it('shows every value of a report with its meaning, and records who read which elements and why', async () => {
  const ledger = await filed();
  const { elements, expired } = await read(ledger);
  const shown = elements.map(({ element, sequence, value }) => ({ element, sequence, value }));
  expect(shown).toEqual(
    expect.arrayContaining(arrested.state!.values.map((value) => expect.objectContaining({ ...value }))),
  );
  expect(shown).toHaveLength(arrested.state!.values.length);
  expect(expired).toBe(0);
  const status = elements.find(({ element }) => element === 'MO-3')!;
  const { format, title } = missouri.elements.find(({ id }) => id === 'MO-3')!;
  expect(status).toMatchObject({ title, meaning: format.kind === 'codes' && format.codes[status.value] });
  expect(status.submission).toMatch(/^[0-9a-f]{32}$/);

  const { ori, number } = arrested.report;
  const ids = [...new Set(shown.map(({ element }) => element))].sort();
  const [event, ...others] = await recorded(ledger);
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    type: 'StateElementsRead',
    at: now,
    cause: { request: 'request-1' },
    data: { reader: 'j.doe', reason: 'audit 2026-4', ori, number, elements: ids },
  });
  expect(JSON.stringify(event)).not.toContain(elements.find(({ element }) => element === 'MO-1')?.value);
});

it('shows what came in a supplement in place of what it replaces, with the submission it came from', async () => {
  const ledger = await filed();
  const { ori, number } = arrested.report;
  const own = arrested.state!.values.find(({ element }) => element === 'MO-3')!;
  const value = own.value === 'L' ? 'U' : 'L';
  const half = { profile: 'MO', version: missouri.version, values: [{ ...own, value }] };
  const stream = reportStream('incident', ori, number);
  const supplied = {
    type: 'StateElementsSupplied' as const,
    data: { ori, number, contentHash: 'ab', stateElements: 1 },
    state: JSON.stringify(half),
    at: '2026-11-10T10:00:00.000Z',
    by: 'test',
    cause: { submission: 'the-supplement' },
  };
  await ledger.append([{ stream, expectedVersion: (await ledger.read(stream)).length, events: [supplied] }]);
  const { elements } = await read(ledger);
  expect(elements).toHaveLength(arrested.state!.values.length);
  const statuses = elements.filter(({ element, sequence }) => element === 'MO-3' && sequence === own.sequence);
  expect(statuses).toMatchObject([{ value, at: supplied.at, submission: 'the-supplement' }]);
});

it('records each read for itself, also the same one in the same instant', async () => {
  const ledger = await filed();
  await read(ledger);
  await read(ledger);
  expect(await recorded(ledger)).toHaveLength(2);
});

it('gives no answer when it cannot be recorded', async () => {
  const ledger = await filed();
  const deaf: Ledger = { ...ledger, append: async () => Promise.reject(new TypeError('no connection')) };
  await expect(read(deaf)).rejects.toThrow('no connection');
  expect(await recorded(ledger)).toEqual([]);
});

it('gives the answer once it is on record, when another read came in between', async () => {
  const ledger = await filed();
  let first = true;
  const busy: Ledger = {
    ...ledger,
    async append(appends) {
      if (first) {
        first = false;
        await read(ledger, { reader: 'm.roe' });
      }
      return ledger.append(appends);
    },
  };
  await read(busy);
  const readers = (await recorded(ledger)).map(({ data }) => ('reader' in data ? data.reader : ''));
  expect(readers).toEqual(['m.roe', 'j.doe']);
});

it('refuses a number that has nothing on file, and a repository without state elements', async () => {
  const ledger = await filed();
  await expect(read(ledger, { number: '26-9999999' })).rejects.toThrow(UsageError);
  await expect(
    showElements({ ledger, profile: undefined, clock: () => new Date(now) }, {} as never, 'x'),
  ).rejects.toThrow(/collects no state elements/);
  expect(await recorded(ledger)).toEqual([]);
});

it('refuses an expunged number without a word of what it said', async () => {
  const ledger = await filed();
  const { ori, number } = arrested.report;
  const stream = reportStream('incident', ori, number);
  const data = { kind: 'incident' as const, ori, number, part: '', period: '2026-09', order: 'order-7' };
  const event = { type: 'ReportExpunged' as const, data, at: now, by: 'test', cause: {} };
  await ledger.append([{ stream, expectedVersion: (await ledger.read(stream)).length, events: [event] }]);
  await ledger.destroyKeys(stream);
  await expect(read(ledger)).rejects.toThrow(/expunged/);
  expect(await recorded(ledger)).toEqual([]);
});

it('shows no value past its retention, and tells how many there are', async () => {
  const ledger = await filed();
  // What the pipeline files, it files on November 5.
  const elements = missouri.elements.map((element) =>
    element.id === 'MO-3' ? { ...element, retention: { months: 1 } } : element,
  );
  const later = { ledger, profile: { ...missouri, elements }, clock: () => new Date('2026-12-05T10:00:00.000Z') };
  const { ori, number } = arrested.report;
  const shown = await showElements(later, { ori, number, reader: 'j.doe', reason: 'audit' }, 'request-2');
  const statuses = arrested.state!.values.filter(({ element }) => element === 'MO-3');
  expect(shown.expired).toBe(statuses.length);
  expect(shown.elements).toHaveLength(arrested.state!.values.length - statuses.length);
  const [event] = await ledger.read(accessStream('2026-12'));
  expect(event?.data).toMatchObject({ elements: expect.not.arrayContaining(['MO-3']) });
});

it.each([
  ['2026-01-31T10:00:00.000Z', '2026-02-28T09:59:59.999Z', true],
  ['2026-01-31T10:00:00.000Z', '2026-02-28T10:00:00.000Z', false],
  ['2026-11-05T10:00:00.000Z', '2026-12-05T09:00:00.000Z', true],
  ['2026-12-05T10:00:00.000Z', '2027-01-05T11:00:00.000Z', false],
])('a month after %s: at %s a value is kept: %s', (at, time, kept) => {
  const element = { ...missouri.elements[0]!, retention: { months: 1 } };
  expect(isKept(element, at, time)).toBe(kept);
  expect(isKept({ ...element, retention: 'as the report' }, at, time)).toBe(true);
});
