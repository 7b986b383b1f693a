import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ApiWorld,
  adair,
  boone,
  callers,
  createApiWorld,
  of,
  ownFile,
  period,
  sharedFile,
} from '../../../test/api-world.ts';
import { NotFoundError, UsageError } from '../../errors.ts';
import { InvalidRequestError } from '../problem.ts';

let world: ApiWorld;

beforeAll(async () => {
  world = await createApiWorld();
  await world.send({ agency: adair, fileName: 'own.txt', by: 'pat' }, ownFile(adair));
  await world.load('both.txt', sharedFile());
  await world.sendToFbi();
});

const range = { from: '2026-08', to: period };

describe('months', () => {
  it('are told agency by agency, those of which nothing came too', async () => {
    const submitted = of(adair).length;
    expect(await world.ask('listMonths', callers.operator, { query: range })).toMatchObject({
      periods: [
        { period: '2026-08', due: '2026-09-10' },
        { period, due: '2026-10-10' },
      ],
      agencies: [
        {
          ori: adair,
          name: 'Adair Police',
          registered: true,
          months: [
            { period: '2026-08', status: 'nothing', submitted: 0, errorRate: null, daysLate: 25, transmissions: [] },
            {
              period,
              status: 'partial',
              submitted,
              rejected: 1,
              open: 1,
              errorRate: 1 / submitted,
              daysLate: 0,
              unsent: false,
              transmissions: [expect.stringMatching(/^MOUCR0001_\d{8}_NIBRS_001\.txt$/)],
            },
          ],
        },
        { ori: boone, months: [{ status: 'nothing' }, { status: 'acknowledged', submitted: 2, rejected: 0 }] },
      ],
    });
  });

  it('are the last twelve that are over where none are named', async () => {
    const { periods } = (await world.ask('listMonths', callers.clerk)) as { periods: { period: string }[] };
    expect(periods.map((each) => each.period)).toEqual(expect.arrayContaining(['2025-10', period]));
    expect(periods).toHaveLength(12);
  });

  it.each([
    [{ from: '2026-10', to: '2026-09' }, 'It is after 2026-09'],
    [{ from: '2024-09', to: '2026-09' }, 'more than 24 months'],
  ])('%o are no range', async (query, words) => {
    const asked = world.ask('listMonths', callers.operator, { query });
    await expect(asked).rejects.toThrow(InvalidRequestError);
    await expect(asked).rejects.toThrow(words);
  });
});

it('a month of the state is complete when every agency has reported', async () => {
  const of = (asked: string) => world.ask('readCompleteness', callers.auditor, { params: { period: asked } });
  expect(await of(period)).toMatchObject({
    expected: 2,
    reported: 2,
    missing: [],
    reminders: [{ ori: adair, why: 'reports rejected', contactEmail: null }],
  });
  expect(await of('2026-08')).toMatchObject({
    reported: 0,
    missing: [{ ori: adair, name: 'Adair Police' }, { ori: boone }],
    late: [
      { ori: adair, daysLate: 25 },
      { ori: boone, daysLate: 25 },
    ],
  });
});

it('quality is told by month, by agency and by what is found most', async () => {
  const [own, all] = [of(adair).length, of(adair).length + 2];
  const quality = await world.ask('readQuality', callers.operator, { query: range });
  expect(quality).toMatchObject({
    periods: [
      { period: '2026-08', submitted: 0, errorRate: null },
      { period, submitted: all, rejected: 1, errorRate: 1 / all },
    ],
    agencies: [
      { ori: adair, submitted: own, rejected: 1, errorRate: 1 / own, standing: 'not yet', run: 0 },
      { ori: boone, submitted: 2, rejected: 0, errorRate: 0, standing: 'not yet', run: 1 },
    ],
  });
  const { codes } = quality as { codes: object[] };
  expect(codes).toContainEqual({
    code: 'MO05',
    severity: 'warning',
    count: expect.any(Number),
    agencies: 2,
    message: 'A state element is missing.',
  });
  expect(codes).toContainEqual({
    code: '152',
    severity: 'error',
    count: 1,
    agencies: 1,
    message: expect.stringContaining('not an hour'),
  });
});

describe('agencies', () => {
  it('are told one by one with their months, and all that one may see', async () => {
    expect(await world.ask('readAgency', callers.clerk, { params: { ori: adair } })).toMatchObject({
      facts: { ori: adair, name: 'Adair Police' },
      certification: { standing: 'not yet', run: 0, changes: [] },
      months: expect.objectContaining({ length: 24 }),
    });
    await expect(world.ask('readAgency', callers.operator, { params: { ori: 'MO0990000' } })).rejects.toThrow(
      NotFoundError,
    );
    const listed = async (caller: keyof typeof callers) =>
      ((await world.ask('listAgencies', callers[caller])) as { agencies: { ori: string }[] }).agencies;
    expect(await listed('clerk')).toMatchObject([{ ori: adair }]);
    expect(await listed('operator')).toMatchObject([{ ori: adair }, { ori: boone }]);
  });

  it('are taken up from a list, once', async () => {
    const { ask } = await createApiWorld();
    const take = (csv: string) => ask('registerAgencies', callers.operator, { body: { csv } });
    const csv = `ori,name,elements\n${adair},Adair,MO-3\nMO0030300,Callaway,\n`;
    expect(await take(csv)).toEqual({ registered: ['MO0030300'], changed: [adair], unchanged: 0 });
    expect(await take(csv)).toEqual({ registered: [], changed: [], unchanged: 2 });
    await expect(take('ori,nome\n')).rejects.toThrow(UsageError);
    await expect(take(`ori,elements\n${adair},TX-1\n`)).rejects.toThrow('"TX-1" is no element of the state');
  });

  it('of a caller are named to them; whoever sees all has no list', async () => {
    expect(await world.ask('readCaller', callers.clerk)).toEqual({
      id: '1',
      name: 'pat.adair',
      roles: ['agency-clerk'],
      agencies: [{ ori: adair, name: 'Adair Police' }],
    });
    expect(await world.ask('readCaller', callers.auditor)).toMatchObject({ agencies: null });
  });
});

it('who read state elements is told to auditors, by month, agency and number', async () => {
  const { ask, pipeline } = await createApiWorld();
  const at = '2026-10-05T09:00:00.000Z';
  const data = { reader: 'rea', reason: 'Case 12', ori: adair, number: '26-1', elements: ['MO-3', 'MO-4'] };
  const counted = { reader: 'sam', reason: 'Report', element: 'MO-3', period, reports: 4 };
  const events = [
    { type: 'StateElementsRead' as const, data, at, by: 'rea', cause: {} },
    { type: 'StateElementsCounted' as const, data: counted, at, by: 'sam', cause: {} },
  ];
  await pipeline.ledger.append([{ stream: 'access#2026-10', expectedVersion: 0, events }]);
  const read = { at, what: 'read', reader: 'rea', reason: 'Case 12', ori: adair, number: '26-1', element: 'MO-3 MO-4' };
  const count = { at, what: 'counted', reader: 'sam', reason: 'Report', ori: null, number: null, element: 'MO-3' };
  const list = (query: Record<string, string>) => ask('listAccesses', callers.auditor, { query });
  expect(await list({})).toEqual({ accesses: [read, count] });
  expect(await list({ agency: adair, number: '26-1' })).toEqual({ accesses: [read] });
  expect(await list({ month: '2026-09' })).toEqual({ accesses: [] });
});
