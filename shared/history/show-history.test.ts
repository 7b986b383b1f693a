import { beforeAll, describe, expect, it } from 'vitest';
import { FederalLoop, first, ori, refusesSecond, second } from '../../test/federal-loop.ts';
import { changed, corrected, deleted } from '../../test/generate/corrections.ts';
import { writeFile } from '../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { zeroReport } from '../../test/generate/zero-report.ts';
import { createPipeline } from '../../test/pipeline.ts';
import type { Ledger } from '../ledger/port.ts';
import { reportStream } from '../ledger/streams.ts';
import { type HistoryItem, readHistoryReply } from './messages.ts';
import { showHistory } from './show-history.ts';

const clock = () => new Date('2026-12-24T12:00:00.000Z');

/** The history as the function replies it. */
async function historyOf(ledger: Ledger, number: string, agency: string = ori): Promise<HistoryItem[]> {
  const history = await showHistory({ ledger, clock }, { ori: agency, number });
  const reply = readHistoryReply.parse(JSON.parse(JSON.stringify({ history })));
  return 'history' in reply ? reply.history : [];
}

describe('the history of a report that went to the FBI and came back', () => {
  let history: HistoryItem[];

  beforeAll(async () => {
    const loop = new FederalLoop({ rules: [refusesSecond] });
    const at = (day: number) => loop.pipeline.setClock(`2026-11-${day}T10:00:00.000Z`);
    at(10);
    await loop.file(first, second);
    at(11);
    await loop.send();
    loop.fbi.rules = [];
    at(12);
    await loop.file(...corrected(second));
    at(13);
    await loop.send();
    at(14);
    await loop.file(deleted(corrected(second)[1]));
    at(15);
    await loop.send();
    history = await historyOf(loop.pipeline.ledger, second.report.number);
  });

  it('has each version, each transmission and each answer, in the order of time', () => {
    const told = history.map(({ at, happened, version, effect }) => [at.slice(8, 10), happened, version, effect]);
    expect(told).toEqual([
      ['10', 'reported', 1, undefined],
      ['11', 'sent', 1, 'new'],
      ['11', 'answered', 2, undefined],
      ['11', 'acknowledged', 1, undefined],
      ['12', 'corrected', 3, undefined],
      ['13', 'sent', 3, 'new'],
      ['13', 'acknowledged', 3, undefined],
      ['14', 'deleted', 4, undefined],
      ['15', 'sent', 4, 'deleted'],
      ['15', 'acknowledged', 4, undefined],
    ]);
  });

  it('tells what changed, and which file it came with', () => {
    const correction = history.find(({ happened }) => happened === 'corrected');
    expect(correction).toMatchObject({ file: 'file-3.txt', uploader: 'MOUCR0001', period: '2026-09' });
    const [segment, ...others] = correction?.changes ?? [];
    expect(others).toEqual([]);
    expect(segment).toMatchObject({ level: '1', change: 'changed', elements: [{ name: 'incidentHour' }] });
  });

  it('tells which file it was sent in, what the FBI found, and never what the FBI quoted', () => {
    expect(history.filter(({ happened }) => happened === 'sent')).toMatchObject([
      { transmission: '2026-09#2026-001', file: 'MOUCR0001_20261111_NIBRS_001.txt' },
      { transmission: '2026-09#2026-002', file: 'MOUCR0001_20261113_NIBRS_002.txt' },
      { transmission: '2026-09#2026-003' },
    ]);
    const answers = history.flatMap(({ answer }) => answer ?? []);
    expect(answers).toEqual([1, 0, 0].map((found) => ({ dataSet: 'errors', processedOn: '20261106', found })));
    const found = history.find(({ happened }) => happened === 'answered');
    expect(found?.findings).toEqual([{ code: '404', severity: 'error', action: 'I', level: '1', element: '33' }]);
    expect(JSON.stringify(history)).not.toContain('SECRET-VALUE');
  });
});

describe('of state elements, a history', () => {
  const [report] = generateReports({
    state: 'MO',
    agencies: [ori],
    period: '2026-09',
    incidents: 1,
    arrests: 0,
    zeroReports: 0,
    seed: 5,
    stateSegments: true,
  }) as [GeneratedReport];
  const { number } = report.report;
  const values = report.state?.values ?? [];

  /** The changes of the state's elements, version by version. */
  async function statesOf(...versions: GeneratedReport[]) {
    const pipeline = createPipeline({
      state: 'MO',
      wrap: (ledger) => ({
        ...ledger,
        openState: () => {
          throw new Error('A history opens no state half');
        },
      }),
    });
    for (const [index, version] of versions.entries()) {
      const filed = index === 0 ? [version] : [deleted(version), version];
      await pipeline.receive(`${index}.txt`, writeFile(filed, { state: 'MO', lineEnd: '\r\n' }));
      await pipeline.settle();
    }
    const history = await historyOf(pipeline.ledger, number);
    return history.map(({ state, changes }) => ({ ...state, lines: changes?.length ?? 0 }));
  }

  const otherThan = (value: string) => value.slice(0, -1) + (value.endsWith('1') ? '2' : '1');
  const without = { ...report, state: undefined };
  const others = values.map((value) =>
    value.element === 'MO-1' ? { ...value, value: otherThan(value.value) } : value,
  );
  const moved: GeneratedReport = { ...report, state: { ...report.state!, values: others } };
  const laterHour = changed(report, { incidentHour: '03' });

  it('says how many were given, and when they were withdrawn', async () => {
    expect(values.length).toBeGreaterThan(0);
    const segments = report.report.segments.length;
    expect(await statesOf(report, without, report)).toEqual([
      { before: 0, after: values.length, change: 'given', lines: segments },
      { before: values.length, after: 0, change: 'withdrawn', lines: 0 },
      { before: 0, after: values.length, change: 'given', lines: 0 },
    ]);
  });

  it('says that they changed where nothing else did, and that it cannot tell where something did', async () => {
    const count = values.length;
    const [, second, third] = await statesOf(report, moved, laterHour);
    expect(second).toEqual({ before: count, after: count, change: 'changed', lines: 0 });
    expect(third).toEqual({ before: count, after: count, change: 'unknown', lines: 1 });
  });
});

it('tells of supplements how many values they brought', async () => {
  const loop = new FederalLoop();
  await loop.file(first);
  const { ledger } = loop.pipeline;
  const { number } = first.report;
  const stamp = { at: '2026-11-06T11:00:00.000Z', by: 'process-reports', cause: {} };
  const events = [3, 2].map((stateElements) => {
    const data = { ori, number, contentHash: `of ${stateElements}`, stateElements };
    return { ...stamp, type: 'StateElementsSupplied', data } as const;
  });
  await ledger.append([{ stream: reportStream('incident', ori, number), expectedVersion: 1, events }]);
  expect((await historyOf(ledger, number)).slice(1)).toMatchObject([
    { happened: 'supplemented', state: { before: 0, after: 3, change: 'given' } },
    { happened: 'supplemented', state: { before: 3, after: 2, change: 'changed' } },
  ]);
});

it('says nothing of what an expunged report said', async () => {
  const loop = new FederalLoop();
  await loop.file(first);
  await loop.file(...corrected(first));
  const { ledger } = loop.pipeline;
  const stream = reportStream('incident', ori, first.report.number);
  const version = (await ledger.read(stream)).length;
  const stamp = { at: '2026-11-06T11:00:00.000Z', by: 'clerk', cause: { request: 'A-1' } };
  const key = { ori, number: first.report.number, part: '', period: '2026-09' };
  const data = { ...key, kind: 'incident', order: 'A-1' } as const;
  await ledger.append([{ stream, expectedVersion: version, events: [{ ...stamp, type: 'ReportExpunged', data }] }]);
  await ledger.destroyKeys(stream);
  const history = await historyOf(ledger, first.report.number);
  expect(history).toMatchObject([
    { happened: 'reported', gone: true },
    { happened: 'corrected', gone: true },
    { happened: 'expunged', order: 'A-1' },
  ]);
  expect(history.some(({ changes }) => changes)).toBe(false);
});

it('of a zero report is under its month, and of nothing is empty', async () => {
  const loop = new FederalLoop();
  await loop.file({ report: zeroReport(ori, '2026-09') });
  await loop.send();
  expect(await historyOf(loop.pipeline.ledger, '2026-09')).toMatchObject([
    { happened: 'reported', kind: 'zero', changes: [{ level: '0', change: 'added' }] },
    { happened: 'sent', kind: 'zero', effect: 'new' },
    { happened: 'acknowledged', answer: { found: 0 } },
  ]);
  expect(await historyOf(loop.pipeline.ledger, '26-0999999')).toEqual([]);
});
