import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askOf } from '../../../test/ask.ts';
import { writeFile } from '../../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../../test/generate/reports.ts';
import { zeroReport } from '../../../test/generate/zero-report.ts';
import { MemoryQueue, silentLog } from '../../../test/memory.ts';
import { createPipeline, type Pipeline } from '../../../test/pipeline.ts';
import { type CountArrests, countArrests, type ReadElements, readElements } from '../../access/messages.ts';
import { publishCounts } from '../../access/publish-counts.ts';
import { showElements } from '../../access/show-elements.ts';
import { NotFoundError, UsageError } from '../../errors.ts';
import type { ExpungeReport } from '../../expunge/messages.ts';
import { accessStream } from '../../ledger/streams.ts';
import { findProfile } from '../../state/index.ts';
import type { Caller } from '../caller.ts';
import { operationOrders } from './operation-orders.ts';
import { operationAnswers } from './operations.ts';
import { reportOrders } from './report-orders.ts';

const [ori, other] = ['MO0010100', 'MO0020200'] as const;
const period = '2026-09';
const now = '2026-11-22T12:00:00.000Z';
const clock = () => new Date(now);
const profile = findProfile('MO');

const operator: Caller = { id: '4', name: 'sam', roles: ['state-operator'], agencies: 'all' };
const reader: Caller = { id: '6f1c', name: 'dr.lopez', roles: ['element-reader', 'state-auditor'], agencies: 'all' };
const ofOther: Caller = { id: '7', name: 'lee', roles: ['element-reader'], agencies: [other] };

const counts = { incidents: 0, arrests: 4, zeroReports: 0, stateSegments: true };
const reports = generateReports({ state: 'MO', agencies: [ori], period, seed: 12, ...counts });
const zero: GeneratedReport = { report: zeroReport(other, period) };
const number = reports[0]?.report.number ?? '';

let pipeline: Pipeline;
let expungements: MemoryQueue<ExpungeReport>;
let statistics: MemoryQueue<CountArrests>;

beforeAll(async () => {
  pipeline = createPipeline({ state: 'MO' });
  const month = writeFile([...reports, zero], { state: 'MO', lineEnd: '\r\n' });
  await pipeline.receive('september.txt', month);
  await pipeline.settle();
});
beforeEach(() => {
  expungements = new MemoryQueue();
  statistics = new MemoryQueue();
});

function ask(...[name, caller, question]: Parameters<ReturnType<typeof asking>>) {
  return asking()(name, caller, question);
}

function asking() {
  const { ledger, objects } = pipeline;
  const showing = { ledger, profile, clock };
  return askOf(
    {
      ...reportOrders({
        ledger,
        expungements,
        // As the function does.
        readElements: (request: ReadElements) =>
          showElements(showing, readElements.parse(request), 'call').catch((error: unknown) => {
            if (error instanceof UsageError) return { refused: error.message };
            throw error;
          }),
      }),
      ...operationOrders({ queues: [], statistics, profile }),
      ...operationAnswers({
        queues: [],
        failures: { find: async () => undefined },
        calendar: {} as never,
        objects,
        workBucket: 'work',
        clock,
      }),
    },
    () => 'r1',
  );
}

describe('the state elements of a report', () => {
  const body = { reason: 'case 26-100' };
  const about = (of: string, report = number) => ({ params: { ori: of, number: report }, body });
  const reads = async () => (await pipeline.ledger.read(accessStream('2026-11'))).map(({ data }) => data);

  it('are told when who reads them, by name and id, and why is on record', async () => {
    const before = (await reads()).length;
    const { elements } = (await ask('readElements', reader, about(ori))) as { elements: { element: string }[] };

    expect(elements.map(({ element }) => element)).toContain('MO-3');
    const [read] = (await reads()).slice(before);
    expect(read).toMatchObject({ reader: 'dr.lopez (6f1c)', reason: 'case 26-100', ori, number });
  });

  it('are told to nobody of another agency, in the words of a number that was never used; nothing is on record', async () => {
    const before = (await reads()).length;
    const refused = async (caller: Caller, of: string, report: string) =>
      ask('readElements', caller, about(of, report)).then(
        () => 'told',
        (error: Error) => `${error.name}: ${error.message.replace(of, 'ORI').replace(report, 'NUMBER')}`,
      );

    const message = await refused(ofOther, ori, number);
    expect(message).toMatch(/^NotFoundError: There is nothing on file of ORI under the number NUMBER/);
    expect(await refused(ofOther, other, 'NONE')).toBe(message);
    expect(await refused(reader, ori, 'NONE')).toBe(message);
    expect(await reads()).toHaveLength(before);
  });
});

describe('an order to expunge', () => {
  const order = (of: string, report: string) => ({
    params: { ori: of, number: report },
    body: { order: 'Circuit court 26-CV-7' },
  });

  it('is handed on in the name of who calls, one after the other', async () => {
    expect(await ask('expungeReport', operator, order(ori, number))).toEqual({ request: 'r1' });
    const body = { ori, number, order: 'Circuit court 26-CV-7', by: 'sam', request: 'r1' };
    expect(expungements.messages).toEqual([{ body, group: 'expungements', dedupe: 'r1' }]);
  });

  it('is refused where there is nothing, or nothing that describes anybody', async () => {
    await expect(ask('expungeReport', operator, order(ori, 'NONE'))).rejects.toThrow(NotFoundError);
    await expect(ask('expungeReport', operator, order(other, period))).rejects.toThrow('it describes nobody');
    expect(expungements.messages).toEqual([]);
  });
});

describe('a count', () => {
  const body = { element: 'MO-3', from: period, to: period, draft: true, reason: 'a first look' };
  const read = () => ask('readStatistics', reader, { params: { request: 'r1' } });

  it('is asked for by name and id, and read once it is made', async () => {
    expect(await ask('requestStatistics', reader, { body })).toEqual({ request: 'r1' });
    expect(await read()).toEqual({ state: 'being counted' });

    const message = countArrests.parse(statistics.take());
    expect(message).toMatchObject({ by: 'dr.lopez (6f1c)', reason: 'a first look', request: 'r1' });
    await publishCounts({ ...pipeline, workBucket: 'work', profile, clock, log: silentLog }, message);

    const counted = (await read()) as { statuses: string[]; tables: { categories: { byStatus: unknown[] }[] }[] };
    expect(counted).toMatchObject({ state: 'counted', element: 'MO-3', draft: true, tables: [{ period }] });
    expect(counted.tables[0]?.categories[0]?.byStatus).toHaveLength(counted.statuses.length);
  });

  it('that was refused says why', async () => {
    const message = countArrests.parse({ ...body, draft: false, by: 'x', request: 'r1' });
    await publishCounts({ ...pipeline, workBucket: 'work', profile, clock, log: silentLog }, message);
    expect(await read()).toMatchObject({ state: 'refused', why: expect.stringContaining(period) });
  });

  it.each([
    ['of an element that is not collected', 'MO-9', 'Its elements: MO-1,'],
    ['of an element that nobody can be counted by', 'MO-1', 'Arrests cannot be counted by MO-1'],
  ])('%s is not asked for', async (_, element, why) => {
    await expect(ask('requestStatistics', reader, { body: { ...body, element } })).rejects.toThrow(why);
    expect(statistics.messages).toEqual([]);
  });

  it('is of months in their order', async () => {
    await expect(ask('requestStatistics', reader, { body: { ...body, to: '2026-08' } })).rejects.toThrow('wrong way');
  });
});
