import { describe, expect, it } from 'vitest';
import { readAgencyList } from '../shared/agencies/read-agencies.ts';
import { listAgencies, register } from '../shared/agencies/registry.ts';
import { completeness } from '../shared/months/completeness.ts';
import { matrixOf } from '../shared/months/matrix.ts';
import { readMonths } from '../shared/months/read-months.ts';
import { writeErrorDataSet } from '../shared/nibrs/responses/index.ts';
import { changed, corrected, deleted, inOctober } from './generate/corrections.ts';
import { breakReport } from './generate/defects.ts';
import { writeFile } from './generate/file.ts';
import { type GeneratedReport, generateReports } from './generate/reports.ts';
import { zeroReport } from './generate/zero-report.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';

const ori = 'MO0010100';
const other = 'MO0020200';
const options = {
  state: 'NONE',
  period: '2026-09',
  seed: 9,
  arrests: 0,
  zeroReports: 0,
  stateSegments: false,
} as const;
const [first, second, third] = generateReports({ ...options, agencies: [ori], incidents: 3 }) as [
  GeneratedReport,
  GeneratedReport,
  GeneratedReport,
];
const [foreign] = generateReports({ ...options, agencies: [other], incidents: 1 }) as [GeneratedReport];
const zero: GeneratedReport = { report: zeroReport(ori, '2026-09') };
const broken = (report: GeneratedReport) => breakReport('impossibleHour', report) ?? report;

const fileOf = (...reports: GeneratedReport[]) => writeFile(reports, { state: 'NONE', lineEnd: '\r\n' });

/** A pipeline in which it is one minute later with each file. */
function openPipeline() {
  const pipeline = createPipeline();
  let minute = 0;
  const tick = () => {
    minute += 1;
    pipeline.setClock(new Date(Date.UTC(2026, 9, 5, 10, minute)).toISOString());
  };
  const file = async (...reports: GeneratedReport[]) => {
    tick();
    await pipeline.receive(`file ${minute}.txt`, fileOf(...reports));
    await pipeline.settle();
  };
  return { pipeline, file, tick };
}

const asked = { periods: ['2026-09', '2026-10'], thisYear: 2026 };

async function september(pipeline: Pipeline, of = ori) {
  const months = await readMonths(pipeline, { ...asked, oris: [of] });
  return months.find(({ period }) => period === '2026-09');
}

describe('a month is', () => {
  it('not there when nothing came', async () => {
    expect(await readMonths(openPipeline().pipeline, asked)).toEqual([]);
  });

  it('uploaded until its file is processed', async () => {
    const { pipeline } = openPipeline();
    await pipeline.receive('september.txt', fileOf(first));
    expect(await september(pipeline)).toMatchObject({ status: 'uploaded', firstUpload: '2026-11-05T10:00:00.000Z' });
    await pipeline.settle();
    expect(await september(pipeline)).toMatchObject({ status: 'accepted' });
  });

  it('rejected while every report of it is', async () => {
    const { pipeline, file } = openPipeline();
    await file(broken(first), broken(second));
    expect(await september(pipeline)).toMatchObject({ status: 'rejected', open: 2, errorRate: 1, firstAccepted: null });
  });

  it('partial until the last rejected report is put right, however late that comes', async () => {
    const { pipeline, file } = openPipeline();
    await file(broken(first), second, broken(third));
    expect(await september(pipeline)).toMatchObject({ status: 'partial', open: 2, onFile: { incidents: 1 } });
    await file(first, broken(third));
    expect(await september(pipeline)).toMatchObject({ status: 'partial', open: 1 });
    await pipeline.transmit('2026-09', 'one');
    expect(await september(pipeline)).toMatchObject({ status: 'partial', unsent: false });
    await file(third);
    const month = await september(pipeline);
    expect(month).toMatchObject({ status: 'accepted', open: 0, unsent: true, onFile: { incidents: 3 } });
    expect(month?.tally).toMatchObject({ reports: 6, rejected: 3, errors: 3, findingsByCode: { 152: 3 } });
    expect(month).toMatchObject({ errorRate: 0.5, firstUpload: '2026-10-05T10:01:00.000Z' });
    expect(month).toMatchObject({ lastUpload: '2026-10-05T10:03:00.000Z' });
  });

  it('partial when a correction of what is on file is rejected', async () => {
    const { pipeline, file } = openPipeline();
    await file(first);
    await file(broken(first));
    expect(await september(pipeline)).toMatchObject({ status: 'partial', open: 1 });
    await file(...corrected(first));
    expect(await september(pipeline)).toMatchObject({ status: 'accepted', open: 0 });
  });

  it('accepted when a report was first rejected and then put right within one file, and not the other way round', async () => {
    const good = openPipeline();
    await good.file(broken(first), second, first);
    expect(await september(good.pipeline)).toMatchObject({ status: 'accepted', open: 0 });
    const bad = openPipeline();
    await bad.file(first, second, broken(first));
    expect(await september(bad.pipeline)).toMatchObject({ status: 'partial', open: 1 });
  });

  it('accepted when all that was rejected is the delete of what is not there', async () => {
    const { pipeline, file } = openPipeline();
    await file(first, deleted(second));
    const month = await september(pipeline);
    expect(month).toMatchObject({ status: 'accepted', open: 0, tally: { rejected: 1 } });
  });

  it('partial over a report without a legible number until the next file', async () => {
    const { pipeline, file } = openPipeline();
    await file(first, changed(second, { incidentNumber: ' 26 0001' }));
    expect(await september(pipeline)).toMatchObject({ status: 'partial', open: 1 });
    await file(second);
    expect(await september(pipeline)).toMatchObject({ status: 'accepted', open: 0 });
  });

  it('zero-reported by a zero report, and nothing once that is withdrawn', async () => {
    const { pipeline, file } = openPipeline();
    await file(zero);
    expect(await september(pipeline)).toMatchObject({ status: 'zero-reported', onFile: { zeroReports: 1 } });
    await file(deleted(zero));
    expect(await september(pipeline)).toMatchObject({ status: 'nothing', onFile: { zeroReports: 0 } });
  });

  it('sent with its transmission, acknowledged with the answer, and accepted again by what came late', async () => {
    const { pipeline, file } = openPipeline();
    await file(first);
    await pipeline.transmit('2026-09', 'one');
    expect(await september(pipeline)).toMatchObject({
      status: 'sent',
      unsent: false,
      transmissions: [{ transmission: '2026-09#2026-001', acknowledged: false }],
    });
    const [to = ''] = pipeline.outbox().keys();
    await pipeline.answer({ to, name: 'answer.eds', text: writeErrorDataSet([], '20261006').join('\n') });
    expect(await september(pipeline)).toMatchObject({ status: 'acknowledged' });
    await file(second);
    expect(await september(pipeline)).toMatchObject({ status: 'accepted', unsent: true });
  });

  it('sent with the transmission of a later period, which is not acknowledged by an answer to the first', async () => {
    const { pipeline, file, tick } = openPipeline();
    await file(first);
    await pipeline.transmit('2026-09', 'one');
    const [to = ''] = pipeline.outbox().keys();
    await pipeline.answer({ to, name: 'answer.eds', text: writeErrorDataSet([], '20261006').join('\n') });
    await file(second);
    tick();
    await pipeline.receive('october.txt', inOctober(fileOf(third)));
    await pipeline.settle();
    await pipeline.transmit('2026-10', 'two');
    expect(await readMonths(pipeline, { ...asked, oris: [ori] })).toMatchObject([
      { period: '2026-09', status: 'sent', transmissions: [{ acknowledged: true }, { acknowledged: false }] },
      { period: '2026-10', status: 'sent', transmissions: [{ transmission: '2026-10#2026-002' }] },
    ]);
  });

  it('told of each agency in a file by its own reports', async () => {
    const { pipeline, file } = openPipeline();
    await file(broken(first), foreign);
    expect(await readMonths(pipeline, asked)).toMatchObject([
      { ori, status: 'rejected', tally: { reports: 1 } },
      { ori: other, status: 'accepted', tally: { reports: 1 } },
    ]);
  });
});

const stamp = { at: '2026-01-05T08:30:00.000Z', by: 'test', cause: {} };
const due = { dueDay: 10 };

describe('with a list of agencies', () => {
  const list = [
    'ori,name,contact_email,covered_by,covered_since,dormant_since,nibrs_since',
    `${ori},Adair,adair@agency.example,,,,`,
    'MO0030300,Boone,,,,,',
    `MO0040400,Clark,,${ori},2026-09,,`,
    'MO0050500,Dade,,,,2026-09,',
    'MO0060600,Eldon,,,,,2026-10',
  ].join('\n');

  async function stateOf(today: string, ...reports: GeneratedReport[]) {
    const { pipeline, file } = openPipeline();
    await register(pipeline.ledger, readAgencyList(list, 'agencies.csv'), stamp);
    if (reports.length > 0) await file(...reports);
    const read = await readMonths(pipeline, asked);
    const months = matrixOf({ ...due, periods: ['2026-09'], today }, await listAgencies(pipeline.ledger), read);
    return { months, ...completeness({ ...due, period: '2026-09', today }, months) };
  }

  it('the state is complete when all that have to report have', async () => {
    const { expected, missing, months } = await stateOf('2026-10-06', first);
    expect({ expected, missing: missing.map(({ name }) => name) }).toEqual({ expected: 2, missing: ['Boone'] });
    expect(months.map(({ agency, expected }) => [agency?.name, expected])).toEqual([
      ['Adair', true],
      ['Boone', true],
      ['Clark', false],
      ['Dade', false],
      ['Eldon', false],
    ]);
  });

  it.each([
    ['2026-10-04', []],
    ['2026-10-05', [['MO0030300', 'nothing reported', 0]]],
    ['2026-10-12', [['MO0030300', 'nothing reported', 2]]],
  ])('on %s these are reminded: %j', async (today, reminded) => {
    const { reminders } = await stateOf(today, first);
    expect(reminders.map(({ month, why }) => [month.ori, why, month.daysLate])).toEqual(reminded);
  });

  it('who has rejected reports is reminded of them', async () => {
    const { reminders, submitted, rejected } = await stateOf('2026-10-04', first, broken(second));
    expect(reminders).toMatchObject([{ month: { ori, open: 1 }, why: 'reports rejected' }]);
    expect([submitted, rejected]).toEqual([2, 1]);
  });

  it('a report of an ORI that is on no list is refused, and one of a testing agency is not', async () => {
    const { pipeline, file } = openPipeline();
    const testing = `ori,certified\n${ori},testing\n`;
    await register(pipeline.ledger, readAgencyList(testing, 'agencies.csv'), stamp);
    await file(first, foreign);
    expect(await september(pipeline)).toMatchObject({ status: 'accepted' });
    const unknown = await september(pipeline, other);
    expect(unknown).toMatchObject({ status: 'rejected', tally: { findingsByCode: { 932: 1 } } });
  });
});

it('while no agency is registered, no report is refused for its agency', async () => {
  const { pipeline, file } = openPipeline();
  await file(first, foreign);
  expect(await readMonths(pipeline, asked)).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
});

it('the name of the agency that reports for another is in the finding', async () => {
  const { pipeline, file } = openPipeline();
  const covered = `ori,name,covered_by,covered_since\n${ori},Adair,${other},2020-01\n${other},Boone,,\n`;
  await register(pipeline.ledger, readAgencyList(covered, 'agencies.csv'), stamp);
  await file(first);
  expect(await september(pipeline)).toMatchObject({ tally: { findingsByCode: { 933: 1 } } });
  const [findings = ''] = [...pipeline.objects.contents].flatMap(([key, text]) =>
    key.includes('findings/') ? text : [],
  );
  expect(findings).toContain(`${other} (Boone)`);
});
