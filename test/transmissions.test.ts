import { describe, expect, it } from 'vitest';
import { findTransmission } from '../shared/extract/last-number.ts';
import { type RebuiltPart, rebuildMonthAsOf, rebuildTransmission } from '../shared/extract/rebuild.ts';
import { reportStream } from '../shared/ledger/streams.ts';
import { corrected, deleted, inOctober } from './generate/corrections.ts';
import { writeFile } from './generate/file.ts';
import { type GeneratedReport, generateReports } from './generate/reports.ts';
import { zeroReport } from './generate/zero-report.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';

const ori = 'MO0010100';
const other = 'MO0020200';
const options = { state: 'NONE', agencies: [ori, other], period: '2026-09', seed: 8, stateSegments: false } as const;
const reports = generateReports({ ...options, incidents: 6, arrests: 2, zeroReports: 0 });
const own = reports.filter(({ report }) => report.ori === ori);
const [first, second, third] = own.filter(({ report }) => report.kind === 'incident') as [
  GeneratedReport,
  GeneratedReport,
  GeneratedReport,
];

function fileOf(...filed: GeneratedReport[]): string {
  return writeFile(filed, { state: 'NONE', lineEnd: '\r\n' });
}

/** Files a text, and waits until it is in the months. */
async function file(pipeline: Pipeline, name: string, text: string): Promise<void> {
  await pipeline.receive(name, text);
  await pipeline.settle();
}

/** What the transmission of this number says: level, action and number of each report's first segment. */
function saidBy(pipeline: Pipeline, series: number): string[] | undefined {
  const name = `MOUCR0001_20261105_NIBRS_${String(series).padStart(3, '0')}.txt`;
  const text = pipeline.outbox().get(name);
  const heads = text?.split('\r\n').filter((line) => /^\d{4}[017]/.test(line));
  return heads?.map((line) => `${line.slice(5, 6)} ${line.slice(25, 37).trim()}`);
}

async function expunge(pipeline: Pipeline, generated: GeneratedReport): Promise<void> {
  const { kind, number } = generated.report;
  if (kind === 'zero') throw new RangeError('A zero report cannot be expunged');
  const stream = reportStream(kind, ori, number);
  const version = (await pipeline.ledger.read(stream)).length;
  const part = kind === 'arrest' ? '01' : '';
  const data = { ori, number, part, period: '2026-09', kind, order: 'A-1' } as const;
  const stamp = { at: '2026-11-05T11:00:00.000Z', by: 'test', cause: { request: 'A-1' } };
  const event = { ...stamp, type: 'ReportExpunged', data, agencyPeriod: `${ori}#2026-09` } as const;
  await pipeline.ledger.append([{ stream, expectedVersion: version, events: [event] }]);
  await pipeline.ledger.destroyKeys(stream);
  const changed = [{ stream, part, version: version + 1, status: 'deleted' } as const];
  await pipeline.notices.send([{ body: { ori, period: '2026-09', submission: 'A-1', changed } }]);
  await pipeline.settle();
}

const numberOf = ({ report }: GeneratedReport) => report.number;

describe('after its first transmission, a month sends', () => {
  it('what came late, and nothing else', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(...reports.filter((report) => report !== third)));
    await pipeline.transmit('2026-09', 'one');
    await file(pipeline, 'late.txt', fileOf(third));
    await pipeline.transmit('2026-09', 'two');
    expect(saidBy(pipeline, 2)).toEqual([`I ${numberOf(third)}`]);
  });

  it('what was corrected, as a delete and the report, and what was deleted, as a delete', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(...reports));
    await pipeline.transmit('2026-09', 'one');
    await file(pipeline, 'corrections.txt', fileOf(...corrected(first), deleted(second)));
    await pipeline.transmit('2026-09', 'two');
    expect(saidBy(pipeline, 2)).toEqual([`D ${numberOf(first)}`, `I ${numberOf(first)}`, `D ${numberOf(second)}`]);
  });

  it('the delete of a zero report that was withdrawn', async () => {
    const pipeline = createPipeline();
    const zero: GeneratedReport = { report: zeroReport(ori, '2026-09') };
    await file(pipeline, 'zero.txt', fileOf(zero));
    await pipeline.transmit('2026-09', 'one');
    await file(pipeline, 'withdrawn.txt', fileOf(deleted(zero)));
    await pipeline.transmit('2026-09', 'two');
    expect(pipeline.outbox().get('MOUCR0001_20261105_NIBRS_002.txt')).toBe(fileOf(deleted(zero)));
  });

  it('nothing when nothing has changed, and uses up no number', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(...reports));
    await pipeline.transmit('2026-09', 'one');
    await pipeline.transmit('2026-09', 'two');
    await file(pipeline, 'october.txt', inOctober(fileOf(...corrected(first))));
    await pipeline.transmit('2026-10', 'three');
    expect(saidBy(pipeline, 2)).toEqual([`D ${numberOf(first)}`, `I ${numberOf(first)}`]);
  });

  it('all of it once more when it is asked for in full, and of one agency alone', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(...reports));
    await pipeline.transmit('2026-09', 'one');
    await pipeline.transmit('2026-09', 'two', { mode: 'full', ori });
    expect(saidBy(pipeline, 2)).toHaveLength(2 * own.length);
    expect(saidBy(pipeline, 2)?.slice(0, 2)).toEqual([`D ${numberOf(first)}`, `I ${numberOf(first)}`]);
  });
});

it('a month in full has nothing of a report that a later month deleted before it was ever sent', async () => {
  const pipeline = createPipeline();
  await file(pipeline, 'september.txt', fileOf(first, second));
  await file(pipeline, 'october.txt', inOctober(fileOf(deleted(first))));
  await pipeline.transmit('2026-10', 'one');
  await pipeline.transmit('2026-09', 'two', { mode: 'full' });
  expect([saidBy(pipeline, 1), saidBy(pipeline, 2)]).toEqual([
    [`I ${numberOf(second)}`],
    [`D ${numberOf(second)}`, `I ${numberOf(second)}`],
  ]);
});

describe('what was not sent with its month', () => {
  it('goes with the next one, under its month of submission', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(first));
    await pipeline.transmit('2026-09', 'one');
    await file(pipeline, 'late.txt', fileOf(second));
    await file(pipeline, 'october.txt', inOctober(fileOf(...corrected(first))));
    await pipeline.transmit('2026-10', 'two');
    expect(saidBy(pipeline, 2)).toEqual([`D ${numberOf(first)}`, `I ${numberOf(first)}`, `I ${numberOf(second)}`]);
    await pipeline.transmit('2026-09', 'three');
    expect(saidBy(pipeline, 3)).toBeUndefined();
  });

  it('waits when it was submitted for a later month than is sent', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(first));
    await file(pipeline, 'october.txt', inOctober(fileOf(...corrected(first), second)));
    await pipeline.transmit('2026-09', 'one');
    expect(saidBy(pipeline, 1)).toEqual([`I ${numberOf(first)}`]);
    await pipeline.transmit('2026-10', 'two');
    expect(saidBy(pipeline, 2)).toEqual([`D ${numberOf(first)}`, `I ${numberOf(first)}`, `I ${numberOf(second)}`]);
  });
});

describe('a report that was expunged', () => {
  it('is deleted by the next transmission, with the date by which the FBI finds it', async () => {
    const pipeline = createPipeline();
    const arrest = own.find(({ report }) => report.kind === 'arrest') as GeneratedReport;
    await file(pipeline, 'september.txt', fileOf(...reports));
    await pipeline.transmit('2026-09', 'one');
    await expunge(pipeline, first);
    await expunge(pipeline, arrest);
    await pipeline.transmit('2026-10', 'two');
    expect(saidBy(pipeline, 2)).toEqual([`D ${numberOf(first)}`, `D ${numberOf(arrest)}`]);
    const [line = ''] = pipeline.outbox().get('MOUCR0001_20261105_NIBRS_002.txt')?.split('\r\n') ?? [];
    const [sent] = first.report.segments;
    expect(line.slice(37, 45)).toBe(sent?.level === '1' ? sent.incidentDate : '');
    expect(line.slice(45).trim()).toBe('');
  });

  it('is not sent when it has not been sent', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(first, second));
    await expunge(pipeline, first);
    await pipeline.transmit('2026-09', 'one');
    expect(saidBy(pipeline, 1)).toEqual([`I ${numberOf(second)}`]);
  });
});

describe('two transmissions', () => {
  it('are not under way at a time: the next one depends on what the one before has sent', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(first));
    await file(pipeline, 'october.txt', inOctober(fileOf(second)));
    await pipeline.start('2026-09', 'one');
    await expect(pipeline.start('2026-10', 'two')).rejects.toMatchObject({ code: 'try-again' });
    await pipeline.transmit('2026-09', 'again');
    await pipeline.transmit('2026-10', 'two');
    expect([saidBy(pipeline, 1), saidBy(pipeline, 2)]).toEqual([[`I ${numberOf(first)}`], [`I ${numberOf(second)}`]]);
  });
});

describe('a transmission', () => {
  it('is found by its id and by the whole name of its file, not by the number in it', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(first));
    await pipeline.transmit('2026-09', 'one');
    const found = async (name: string) => (await findTransmission(pipeline.ledger, name))?.number.transmission;
    expect(await found('2026-09#2026-001')).toBe('2026-09#2026-001');
    expect(await found('MOUCR0001_20261105_NIBRS_001.txt')).toBe('2026-09#2026-001');
    for (const other of [
      'MOUCR0001_20261104_NIBRS_001.txt',
      'XXUCR0001_20261105_NIBRS_001.txt',
      '2026-10#2026-001',
      'x',
    ]) {
      expect(await found(other), other).toBeUndefined();
    }
  });
});

describe('a file that was sealed', () => {
  /** The bytes of a transmission made again from the ledger, and what is missing in them. */
  async function rebuilt(pipeline: Pipeline, transmission: string) {
    const parts: RebuiltPart[] = [];
    for await (const part of rebuildTransmission(pipeline.ledger, transmission)) parts.push(part);
    return { text: parts.map(({ text }) => text).join(''), expunged: parts.flatMap(({ expunged }) => expunged) };
  }

  it('comes out of the ledger again, byte for byte, whatever has happened since', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    await file(pipeline, 'september.txt', fileOf(...reports));
    await pipeline.transmit('2026-09', 'one');
    await file(pipeline, 'corrections.txt', fileOf(...corrected(first), deleted(second)));
    await pipeline.transmit('2026-09', 'two');
    await file(pipeline, 'october.txt', inOctober(fileOf(deleted(first), second)));
    await pipeline.transmit('2026-10', 'three');
    const sealed = [...pipeline.outbox()].filter(([name]) => name.endsWith('.txt'));
    expect(sealed).toHaveLength(3);
    for (const [index, transmission] of ['2026-09#2026-001', '2026-09#2026-002', '2026-10#2026-003'].entries()) {
      expect(await rebuilt(pipeline, transmission)).toEqual({ text: sealed[index]?.[1], expunged: [] });
    }
  });

  it('comes out without what was expunged since, and says so', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(first, second));
    await pipeline.transmit('2026-09', 'one');
    await expunge(pipeline, first);
    const { text, expunged } = await rebuilt(pipeline, '2026-09#2026-001');
    expect(text).toBe(fileOf(second));
    expect(expunged).toEqual([{ stream: reportStream('incident', ori, numberOf(first)), order: 'A-1' }]);
  });

  it('comes out byte for byte with the delete of what was expunged since', async () => {
    const pipeline = createPipeline();
    await file(pipeline, 'september.txt', fileOf(first, second));
    await pipeline.transmit('2026-09', 'one');
    await file(pipeline, 'deletion.txt', fileOf(deleted(first)));
    await pipeline.transmit('2026-09', 'two');
    await expunge(pipeline, first);
    const sealed = pipeline.outbox().get('MOUCR0001_20261105_NIBRS_002.txt');
    expect(await rebuilt(pipeline, '2026-09#2026-002')).toEqual({ text: sealed, expunged: [] });
  });

  it('is not made up where there was none', async () => {
    await expect(rebuilt(createPipeline(), '2026-09#2026-009')).rejects.toThrow(/never sealed/);
  });
});

describe('a month as of a time', () => {
  it('has what stood then, whatever has happened since', async () => {
    const pipeline = createPipeline();
    const at = (time: string) => rebuildMonthAsOf(pipeline.ledger, { ori, period: '2026-09', at: time });
    await file(pipeline, 'september.txt', fileOf(first, second));
    pipeline.setClock('2026-11-06T10:00:00.000Z');
    await file(pipeline, 'corrections.txt', fileOf(...corrected(first), deleted(second), third));
    expect((await at('2026-11-04T00:00:00.000Z')).text).toBe('');
    expect((await at('2026-11-05T10:00:00.000Z')).text).toBe(fileOf(first, second));
    expect((await at('2026-11-06T10:00:00.000Z')).text).toBe(fileOf(...corrected(first).slice(1), third));
    await expunge(pipeline, first);
    expect(await at('2026-11-05T10:00:00.000Z')).toMatchObject({ text: fileOf(second), expunged: [{ order: 'A-1' }] });
  });
});
