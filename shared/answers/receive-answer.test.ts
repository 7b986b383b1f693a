import { describe, expect, it } from 'vitest';
import { FederalLoop, first, numberOf, ofType, ori, own, reports, second, third } from '../../test/federal-loop.ts';
import { silentLog } from '../../test/memory.ts';
import { expungeNumber } from '../expunge/expunge.ts';
import { reportStream } from '../ledger/streams.ts';
import { type FederalFinding, writeErrorDataSet } from '../nibrs/responses/index.ts';
import type { Log } from '../ports.ts';

describe('a finding', () => {
  const finding: FederalFinding = {
    ori,
    report: numberOf(first),
    action: '',
    severity: 'error',
    code: '404',
    element: '33',
    level: '',
    value: 'SECRET-VALUE',
    text: 'NOT A VALUE OF ITS LIST',
  };
  const pair = own.filter(({ report }) => report.kind === 'arrest').map(numberOf);
  const twins = pair.find((number, index) => pair.indexOf(number) !== index) ?? '';

  async function answered(...findings: Partial<FederalFinding>[]) {
    const told: Record<string, unknown>[] = [];
    const log: Log = { info: () => {}, error: () => {}, warn: (message, detail) => told.push({ message, ...detail }) };
    const loop = new FederalLoop({ delivery: 'never' }, { log });
    await loop.file(...reports);
    await loop.send();
    const [to = ''] = loop.pipeline.outbox().keys();
    const lines = writeErrorDataSet(
      findings.map((each) => ({ ...finding, ...each })),
      '20261106',
    );
    await loop.pipeline.answer({ to, name: 'answer.eds', text: lines.join('\n') });
    return { loop, told, acknowledged: ofType(await loop.transmission(1), 'TransmissionAcknowledged') };
  }

  it('without a record is of the report with its number', async () => {
    const { loop } = await answered({});
    expect(ofType(await loop.stream(first), 'FederalFindingsRecorded')).toMatchObject([
      { part: '', findings: [{ code: '404', action: 'I' }] },
    ]);
  });

  it('on one of two arrestees of a number is of the one it names', async () => {
    const { loop } = await answered({ report: twins, level: '7', sequence: '02', code: '601' });
    const events = await loop.pipeline.ledger.read(reportStream('arrest', ori, twins));
    expect(ofType(events, 'FederalFindingsRecorded')).toMatchObject([{ part: '02', findings: [{ action: 'A' }] }]);
    const held = await loop.pipeline.federal.held(
      ori,
      [1, 2].map((part) => ({ stream: events[0]?.stream ?? '', part: `0${part}` })),
    );
    expect([...held.values()].map(({ status }) => status)).toEqual(['present', 'rejected']);
  });

  it('that fits several reports, or none, is kept with the others it came with', async () => {
    const { acknowledged, told } = await answered(
      {},
      { report: twins, level: '7', code: '601' },
      { report: '26-NONE', record: 3 },
      { action: 'D' },
      { period: '2026-08' },
    );
    expect(acknowledged).toMatchObject([
      {
        errors: 5,
        refused: 1,
        unmatched: 4,
        unmatchedFindings: [
          { ori, number: twins, code: '601' },
          { number: '26-NONE', record: 3 },
          { number: numberOf(first) },
          { number: numberOf(first) },
        ],
      },
    ]);
    expect(told).toContainEqual(
      expect.objectContaining({ message: 'Findings of the FBI fit no report of the file', findings: 4 }),
    );
  });

  it('whose record is another report than it names goes by the number', async () => {
    const { loop } = await answered({ record: 1, report: numberOf(second), level: '1' });
    expect(ofType(await loop.stream(first), 'FederalFindingsRecorded')).toEqual([]);
    expect(ofType(await loop.stream(second), 'FederalFindingsRecorded')).toHaveLength(1);
  });

  it('that our edits should have had is told to the operator, by its number', async () => {
    const { told } = await answered({}, { report: numberOf(second), code: '056' }, { report: numberOf(third) });
    const gap = { code: '404', element: '33', level: '', reports: 2, transmission: '2026-09#2026-001' };
    expect(told).toEqual([{ message: 'The FBI found what our edits did not', ...gap }]);
  });

  it('leaves what it quotes with our own findings, and nowhere in the ledger or a log', async () => {
    const { loop, told } = await answered({ record: 1, level: '4', sequence: '001' });
    expect(loop.findings()).toEqual([
      {
        source: 'FBI',
        transmission: '2026-09#2026-001',
        code: '404',
        severity: 'error',
        record: 1,
        segment: '4',
        ori,
        report: numberOf(first),
        sequence: '001',
        element: '33',
        elementName: 'Type injury',
        value: 'SECRET-VALUE',
        message: 'NOT A VALUE OF ITS LIST',
        hint: expect.stringContaining('did not take'),
      },
    ]);
    const events = [...(await loop.stream(first)), ...(await loop.transmission(1))];
    expect(JSON.stringify([events.map(({ data }) => data), told])).not.toMatch(/SECRET|NOT A VALUE/);
  });

  it('on a report that is expunged is deleted with it, and kept no more', async () => {
    const { loop } = await answered({ record: 1 }, { report: numberOf(second) });
    const { ledger, objects, notices } = loop.pipeline;
    const order = { ori, number: numberOf(first), order: 'A-1', by: 'clerk', request: 'one' };
    const buckets = { inboxBucket: 'inbox', workBucket: 'work' };
    await expungeNumber(
      { ledger, objects, months: notices, ...buckets, clock: () => new Date(), log: silentLog },
      order,
    );
    expect(loop.findings().map(({ report }) => report)).toEqual([numberOf(second)]);

    const [to = ''] = loop.pipeline.outbox().keys();
    const lines = writeErrorDataSet([{ ...finding, code: '401', record: 1 }], '20261107');
    await loop.pipeline.answer({ to, name: 'later.eds', text: lines.join('\n') });
    expect(loop.findings().map(({ report }) => report)).toEqual([numberOf(second)]);
    expect(ofType(await loop.stream(first), 'FederalFindingsRecorded')).toHaveLength(2);
  });
});

describe('what is handed in as an answer is refused', () => {
  const other = 'MOUCR0001_20261105_NIBRS_002.txt';
  const errors = writeErrorDataSet(
    [
      {
        ori,
        report: numberOf(first),
        action: 'I',
        severity: 'error',
        code: '404',
        element: '33',
        level: '4',
        text: 'BAD',
      },
    ],
    '20261106',
  );

  async function handIn(text: string, to?: string) {
    const loop = new FederalLoop({ delivery: 'never' });
    await loop.file(...reports);
    await loop.send();
    const state = async () => {
      const events = await loop.stream(first);
      const place = { stream: events[0]?.stream ?? '', part: '' };
      return { events, held: await loop.pipeline.federal.held(ori, [place]) };
    };
    const before = await state();
    expect(before.held.size).toBe(1);
    const [sealed = ''] = loop.pipeline.outbox().keys();
    await loop.pipeline.answer({ to: to ?? sealed, name: 'answer.eds', text });
    const after = await state();
    return { before, after, events: await loop.transmission(1), findings: loop.findings() };
  }

  it.each<[string, string, { reason: string; record?: number }]>([
    ['without its closing record', errors[0] ?? '', { reason: 'not-closed' }],
    ['with a line that is none', ['Monday: Smith', ...errors].join('\n'), { reason: 'damaged', record: 1 }],
    ['when it is something else', 'Monday: Smith\n', { reason: 'not-an-answer' }],
    ['when it is empty', '', { reason: 'not-an-answer' }],
    [
      'when it answers another file',
      errors.join('\n').replace(numberOf(first), '25-1234567'),
      { reason: 'other-file' },
    ],
  ])('%s, with a reason, and nothing else is recorded', async (_, text, refusal) => {
    const { before, after, events, findings } = await handIn(text);
    expect(ofType(events, 'AnswerRefused')).toMatchObject([{ answer: 'answer.eds', ...refusal }]);
    expect(ofType(events, 'TransmissionAcknowledged')).toEqual([]);
    expect([after, findings]).toEqual([before, []]);
    expect(JSON.stringify(ofType(events, 'AnswerRefused'))).not.toContain('Smith');
  });

  it('when the file it is to answer was never made, or has no such name', async () => {
    await expect(handIn(errors.join('\n'), other)).rejects.toMatchObject({ code: 'invalid-message' });
    await expect(handIn(errors.join('\n'), 'september.txt')).rejects.toThrow(/september.txt/);
  });

  it('when the file was never sealed', async () => {
    const loop = new FederalLoop();
    await loop.file(first);
    await loop.pipeline.start('2026-09', 'one');
    await loop.pipeline.answer({ to: 'MOUCR0001_20261105_NIBRS_001.txt', name: 'answer.eds', text: errors.join('\n') });
    expect(ofType(await loop.transmission(1), 'AnswerRefused')).toMatchObject([{ reason: 'never-sealed' }]);
  });
});
