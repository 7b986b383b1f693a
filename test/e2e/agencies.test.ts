import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAgencyList } from '../../shared/agencies/read-agencies.ts';
import { listAgencies, register } from '../../shared/agencies/registry.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import { readAgencyMonths } from '../../shared/months/agency-months.ts';
import { breakReport } from '../generate/defects.ts';
import { writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { openCloud, type TestCloud } from './cloud.ts';

const known = 'MO0010100';
const unknown = 'MO0020200';
const missing = 'MO0030300';
const options = {
  state: 'MO',
  period: '2026-09',
  incidents: 4,
  arrests: 1,
  zeroReports: 0,
  seed: 5,
  stateSegments: true,
} as const;
const month = generateReports({ ...options, agencies: [known, unknown] });
const [first] = month.filter(({ report }) => report.ori === known) as [GeneratedReport];
const fileOf = (...reports: GeneratedReport[]) =>
  Buffer.from(writeFile(reports, { state: 'MO', lineEnd: '\r\n' }), 'latin1');

let test: TestCloud;

beforeAll(async () => {
  test = await openCloud();
});
afterAll(() => test.cloud.stop());

async function upload(minute: number, ...reports: GeneratedReport[]) {
  const openedAt = new Date(Date.UTC(2026, 9, 5, 8, minute));
  const id = await test.upload({
    uploader: 'MOUCR0001',
    openedAt,
    fileName: `${minute}.txt`,
    content: fileOf(...reports),
  });
  await test.cloud.idle();
  return test.submission(id);
}

function months(now = new Date('2026-10-12T08:00:00Z')) {
  const { documents } = test.cloud.clients();
  const table = test.cloud.outputs.MonthsTable ?? '';
  const due = { dueDay: Number(test.cloud.outputs.ReportingDueDay) };
  const projections = {
    months: createDynamoMonths(documents, table),
    federal: createDynamoFederalCopy(documents, table),
  };
  return readAgencyMonths({ ledger: test.ledger, due, ...projections }, { periods: ['2026-09'], now });
}

it('a state that has loaded its agencies refuses a report of another ORI, and knows where each month stands', async () => {
  const list = `ori,name,nibrs_since\n${known},Adair,2020-01\n${missing},Boone,2020-01\n`;
  await register(test.ledger, readAgencyList(list, 'agencies.csv'), {
    at: '2026-01-05T08:30:00.000Z',
    by: 'test',
    cause: {},
  });
  expect((await listAgencies(test.ledger)).map(({ name }) => name)).toEqual(['Adair', 'Boone']);

  const broken = breakReport('impossibleHour', first) ?? first;
  const own = month.map((report) => (report === first ? broken : report));
  const { tally } = await upload(1, ...own);
  const ofUnknown = month.filter(({ report }) => report.ori === unknown).length;
  expect(tally).toMatchObject({ rejected: 1 + ofUnknown, findingsByCode: { 152: 1, 932: ofUnknown } });
  expect(await months()).toMatchObject([
    { ori: known, agency: { name: 'Adair' }, status: 'partial', open: 1, expected: true },
    { ori: unknown, agency: undefined, status: 'rejected', open: ofUnknown, expected: false },
    { ori: missing, status: 'nothing', daysLate: 2 },
  ]);

  await upload(2, first);
  expect((await months())[0]).toMatchObject({ status: 'accepted', open: 0, unsent: true });
  await test.transmit('2026-09', 'one');
  expect((await months())[0]).toMatchObject({
    status: 'sent',
    unsent: false,
    transmissions: [{ acknowledged: false }],
  });
  expect(await test.cloud.deadLetters()).toEqual([]);
});
