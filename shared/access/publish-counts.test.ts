import { expect, it } from 'vitest';
import { writeFile } from '../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { silentLog } from '../../test/memory.ts';
import { createPipeline, type Pipeline } from '../../test/pipeline.ts';
import { accessStream } from '../ledger/streams.ts';
import { offenseCategory } from '../nibrs/codes/index.ts';
import { findProfile, type StateProfile } from '../state/index.ts';
import { arrestsCsv, type CountedArrest, completenessCsv, publishedTables, statusesOf } from '../statistics/index.ts';
import type { CountArrests } from './messages.ts';
import { publishCounts } from './publish-counts.ts';
import { countOutcome, resultOf } from './result.ts';

const missouri = findProfile('MO') as StateProfile;
const status = missouri.elements.find(({ id }) => id === 'MO-3')!;
const statuses = statusesOf(status);
const now = '2026-11-22T12:00:00.000Z';

const month = generateReports({
  state: 'MO',
  agencies: ['MO0010000', 'MO0020000', 'MO0030000'],
  period: '2026-09',
  incidents: 60,
  arrests: 30,
  zeroReports: 1,
  seed: 9,
  stateSegments: true,
});
countedElsewhere(month);

/** Two arrestees are the same persons as those of other incidents. */
function countedElsewhere(reports: readonly GeneratedReport[]): void {
  const arrestees = reports.flatMap(({ report }) => report.segments.filter(({ level }) => level === '6'));
  for (const arrestee of arrestees.slice(3, 5)) {
    if (arrestee.level === '6') arrestee.multipleArresteeIndicator = 'M';
  }
}

/** The arrests as they stand in the reports themselves. */
function arrestsIn(reports: readonly GeneratedReport[]): CountedArrest[] {
  return reports.flatMap(({ report, state }) =>
    report.segments.flatMap((segment) => {
      if (segment.level !== '6' && segment.level !== '7') return [];
      if (segment.level === '6' && segment.multipleArresteeIndicator === 'M') return [];
      const value = state?.values.find(
        ({ element, sequence }) => element === 'MO-3' && sequence === segment.arresteeSequenceNumber,
      )?.value;
      const category = offenseCategory(segment.arrestOffenseCode!)!;
      return [{ ori: report.ori, period: '2026-09', category, status: value }];
    }),
  );
}

async function filed(): Promise<Pipeline> {
  const pipeline = createPipeline({ state: 'MO' });
  await pipeline.receive('september.txt', writeFile(month, { state: 'MO', lineEnd: '\r\n' }));
  await pipeline.settle();
  return pipeline;
}

function count(
  { ledger, months, objects }: Pick<Pipeline, 'ledger' | 'months' | 'objects'>,
  change: Partial<CountArrests> = {},
) {
  const deps = { ledger, months, objects, workBucket: 'work', profile: missouri, log: silentLog };
  const request: CountArrests = {
    element: 'MO-3',
    from: '2026-09',
    to: '2026-09',
    draft: false,
    by: 'j.doe',
    reason: 'monthly publication',
    request: 'first',
    ...change,
  };
  return publishCounts({ ...deps, clock: () => new Date(now) }, request);
}

/** What a request has left in its folder, by name. */
function results({ objects }: Pipeline, request = 'first'): Record<string, string> {
  const folder = `work/${resultOf(request).folder}`;
  const found = [...objects.contents].filter(([name]) => name.startsWith(folder));
  return Object.fromEntries(found.map(([name, text]) => [name.slice(folder.length), text]));
}

const recorded = ({ ledger }: Pipeline) => ledger.read(accessStream('2026-11'));

it('publishes what a count over the reports themselves gives, suppressed, and records it', async () => {
  const pipeline = await filed();
  await pipeline.transmit('2026-09', 'send');
  await count(pipeline);
  const expected = publishedTables(arrestsIn(month), statuses);
  const files = results(pipeline);
  expect(files['arrests.csv']).toBe(arrestsCsv(expected, statuses));
  expect(files['completeness.csv']).toBe(completenessCsv(expected));
  expect(files['arrests-2026-09.svg']).toMatch(/^<svg /);
  const outcome = countOutcome.parse(JSON.parse(files['outcome.json']!));
  const { title, determined } = statuses;
  const what = { element: 'MO-3', title, statuses: Object.values(determined), draft: false };
  expect(outcome).toEqual({
    ...what,
    files: ['arrests.csv', 'completeness.csv', 'arrests-2026-09.svg'],
    tables: expected,
  });
  expect(Object.keys(files)).toHaveLength(4);

  const [event, ...others] = await recorded(pipeline);
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    type: 'StateElementsCounted',
    data: {
      reader: 'j.doe',
      reason: 'monthly publication',
      element: 'MO-3',
      period: '2026-09',
      // Of reports without an arrest the state half stays closed.
      reports: month.filter((report) => arrestsIn([report]).length > 0).length,
    },
  });
});

it('writes nothing about one person', async () => {
  const pipeline = await filed();
  await pipeline.transmit('2026-09', 'send');
  await count(pipeline);
  const written = Object.values(results(pipeline)).join('\n');
  for (const { report } of month) if (report.kind !== 'zero') expect(written).not.toContain(report.number);
});

it('records a request once, however often it is delivered', async () => {
  const pipeline = await filed();
  await pipeline.transmit('2026-09', 'send');
  await count(pipeline);
  const before = results(pipeline);
  await count(pipeline);
  expect(results(pipeline)).toEqual(before);
  expect(await recorded(pipeline)).toHaveLength(1);
  await count(pipeline, { request: 'second' });
  expect(await recorded(pipeline)).toHaveLength(2);
});

it('writes nothing when it cannot be recorded', async () => {
  const pipeline = await filed();
  await pipeline.transmit('2026-09', 'send');
  const deaf = { ...pipeline.ledger, append: async () => Promise.reject(new TypeError('no connection')) };
  await expect(count({ ...pipeline, ledger: deaf })).rejects.toThrow('no connection');
  expect(results(pipeline)).toEqual({});
});

it.each([
  ['a month that is not final', {}, /2026-09 is not final/],
  ['a month before the element was asked', { from: '2025-12', to: '2025-12' }, /asked from 2026-01 on/],
  ['an element that is not collected', { element: 'MO-9' }, /no element MO-9/],
  ['an element that is not for publication', { element: 'MO-1' }, /cannot be counted/],
  ['more months than it reads at a time', { from: '2026-01', to: '2030-01', draft: true }, /more than 24 months/],
])('refuses %s, says why, and opens nothing', async (_, change, why) => {
  const pipeline = await filed();
  const closed = { ...pipeline.ledger, openState: async () => Promise.reject(new Error('opened')) };
  await count({ ...pipeline, ledger: closed }, change);
  const files = results(pipeline);
  expect(Object.keys(files)).toEqual(['outcome.json']);
  expect(JSON.parse(files['outcome.json']!)).toEqual({ refused: expect.stringMatching(why) });
  expect(await recorded(pipeline)).toEqual([]);
});

it('counts a month that is not final as a draft, and every file says so', async () => {
  const pipeline = await filed();
  await count(pipeline, { draft: true });
  const { 'outcome.json': outcome, ...files } = results(pipeline);
  expect(Object.keys(files).sort()).toEqual([
    'draft-arrests-2026-09.svg',
    'draft-arrests.csv',
    'draft-completeness.csv',
  ]);
  for (const text of Object.values(files)) expect(text).toContain('Draft, not for publication');
  expect(outcome).toContain('draft-arrests.csv');
});
