import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileOutcome, outcomeOf, unaccounted } from '../../bin/repository/outcome.ts';
import { countFile } from '../../bin/repository/submissions.ts';
import { readFindings } from '../../shared/findings/stored.ts';
import { reportStream } from '../../shared/ledger/streams.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { findingsKeysOf } from '../../shared/submissions/read-submission.ts';
import { linesOf } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { streamOf } from '../streams.ts';
import { openCloud, type TestCloud } from './cloud.ts';

/** Five reports of an agency, each as its lines. */
type Reports = readonly (readonly string[])[];

const crlf = (reports: Reports) =>
  reports
    .flat()
    .map((line) => `${line}\r\n`)
    .join('');

/** The file with other lines in place of its third report. */
function withThird(change: (lines: readonly string[]) => string[]): (reports: Reports) => string {
  return (reports) => crlf(reports.map((lines, index) => (index === 2 ? change(lines) : lines)));
}

/** The lines with the first of a level changed. */
function inLevel(level: string, change: (line: string) => string): (lines: readonly string[]) => string[] {
  return (lines) => {
    const place = lines.findIndex((line) => line.charAt(4) === level);
    return lines.map((line, index) => (index === place ? change(line) : line));
  };
}

const overwrite = (line: string, position: number, text: string) =>
  line.slice(0, position - 1) + text + line.slice(position - 1 + text.length);

/** Files that are refused as a whole, by the reason that is given. */
const refused: Record<string, [reason: string, content: (reports: Reports) => string]> = {
  'cut off in the middle': ['cut-off', (reports) => crlf(reports).slice(0, crlf(reports.slice(0, 3)).length + 30)],
  empty: ['empty', () => ''],
  blank: ['empty', () => '\r\n  \r\n'],
  binary: ['binary', () => Array.from({ length: 4096 }, (_, at) => String.fromCharCode((at * 37) % 256)).join('')],
  zipped: ['zip', (reports) => `PK\u0003\u0004\u0014\0\0\0${crlf(reports)}`],
  XML: ['xml', () => '<?xml version="1.0"?>\n<nibrs:Submission><nibrs:Report/></nibrs:Submission>\n'],
  CSV: ['csv', () => 'ORI,Number,Date\nMO0010100,26-0900001,20260901\n'],
  'a letter': ['not-nibrs', () => 'Dear colleagues,\nplease find our month attached.\n'],
  'wrapped at 40 characters': [
    'line-lengths',
    (reports) => crlf(reports).replaceAll(/([^\r\n]{40})(?=[^\r\n])/g, '$1\r\n'),
  ],
};

/** Files whose third report is broken, by codes among its findings. */
const broken: Record<string, [codes: string[], content: (reports: Reports) => string]> = {
  'an unknown location code': [['204'], withThird(inLevel('2', (line) => overwrite(line, 45, '99')))],
  'a line that is too long': [['284'], withThird(inLevel('2', (line) => line + 'X'.repeat(30)))],
  'a line that is too short': [['401'], withThird(inLevel('4', (line) => line.slice(0, 40)))],
  'a line that ends within its number': [['055', '075'], withThird(inLevel('4', (line) => line.slice(0, 30)))],
  'a segment of a level that nobody knows': [
    ['051'],
    withThird((lines) => [...lines, overwrite(lines[0] ?? '', 5, '9')]),
  ],
  'no ORI': [['101'], withThird((lines) => lines.map((line) => overwrite(line, 17, ' '.repeat(9))))],
  'bytes that are no ASCII in a field': [
    ['204'],
    withThird(inLevel('2', (line) => overwrite(line, 45, '\u00e9\u00ff'))),
  ],
  'control characters in its number': [
    ['117'],
    withThird((lines) => lines.map((line) => overwrite(line, 28, '\u0000\u0007'))),
  ],
};

interface Filed {
  outcome: FileOutcome;
  findings: Finding[];
  reports: GeneratedReport[];
}

const filed = new Map<string, Filed>();
let test: TestCloud;

beforeAll(async () => {
  test = await openCloud({ state: 'NONE' });
  const contents = Object.entries({ ...refused, ...broken }).map(([name, [, content]]) => [name, content] as const);
  // Sound ones among them, all by one uploader, so that they wait for each other as much as files ever do.
  const all = [['sound, first', crlf] as const, ...contents, ['sound, last', crlf] as const];
  const uploads = all.map(([name, content], index) => {
    const ori = `MO${String(index + 1).padStart(3, '0')}0000`;
    const reports = reportsOf([ori], index);
    const file = content(reports.map((report) => linesOf(report)));
    return { name, index, reports, file };
  });
  uploads.push({ name: 'interleaved', index: 99, ...interleaved() });

  const ids = await Promise.all(
    uploads.map(({ name, index, file }) =>
      test.upload({
        uploader: 'MOUCR0001',
        openedAt: new Date(Date.UTC(2026, 9, 1, 8, index)),
        fileName: `${name}.txt`,
        content: Buffer.from(file, 'latin1'),
      }),
    ),
  );
  await test.cloud.idle();

  const work = { objects: test.objects, workBucket: test.buckets.work };
  for (const [index, { name, file, reports }] of uploads.entries()) {
    const submission = await test.submission(ids[index] ?? '');
    const source = { path: name, name, bytes: undefined, open: () => streamOf(file) };
    const outcome = outcomeOf({ file: source, submission, counted: await countFile(source, new Set()) });
    const findings: Finding[] = [];
    for await (const finding of readFindings(work, findingsKeysOf(submission))) findings.push(finding);
    filed.set(name, { outcome, findings, reports });
  }
});

afterAll(() => test.cloud.stop());

function reportsOf(agencies: [string, ...string[]], seed: number): GeneratedReport[] {
  const counts = { incidents: 4 * agencies.length, arrests: agencies.length, zeroReports: 0 };
  return generateReports({ state: 'NONE', agencies, period: '2026-09', ...counts, seed, stateSegments: false });
}

/** The reports of three agencies in turn: one of the first, one of the second, one of the third, and again. */
function interleaved(): { reports: GeneratedReport[]; file: string } {
  const reports = reportsOf(['MO9010000', 'MO9020000', 'MO9030000'], 99);
  const inTurn = reports.map((_, index) => reports[(index % 3) * 5 + Math.floor(index / 3)]);
  return { reports, file: crlf(inTurn.map((report) => (report ? linesOf(report) : []))) };
}

async function isOnFile({ report: { kind, ori, number } }: GeneratedReport): Promise<boolean> {
  return (await test.ledger.read(reportStream(kind, ori, number))).length > 0;
}

describe.each(Object.entries(refused))('a file that is %s', (name, [reason]) => {
  it('is refused as a whole, with a reason and a hint', async () => {
    const { outcome, reports } = filed.get(name)!;
    expect(outcome.refusal).toMatchObject({ reason, message: expect.stringMatching(/\.$/) });
    expect(outcome.refusal?.hint).toMatch(/\.$/);
    expect(outcome).toMatchObject({ accepted: 0, rejected: 0, refusedRecords: outcome.records });
    expect(await Promise.all(reports.map(isOnFile))).not.toContain(true);
  });
});

describe.each(Object.entries(broken))('a report with %s', (name, [codes]) => {
  it('is rejected with findings, and its neighbours are accepted', async () => {
    const { outcome, findings, reports } = filed.get(name)!;
    expect(outcome.refusal).toBeNull();
    expect(outcome.rejected).toBeGreaterThan(0);
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(await Promise.all(reports.map(isOnFile))).toEqual([true, true, false, true, true]);
  });
});

describe('all files', () => {
  it.each(['sound, first', 'sound, last', 'interleaved'])('take nothing from one that is %s', async (name) => {
    const { outcome, reports } = filed.get(name)!;
    expect(outcome).toMatchObject({ refusal: null, accepted: reports.length, rejected: 0, errors: 0 });
    expect(await Promise.all(reports.map(isOnFile))).not.toContain(false);
  });

  it('are accounted for, record by record and report by report', async () => {
    expect(unaccounted([...filed.values()].map(({ outcome }) => outcome))).toEqual([]);
    expect(await test.cloud.deadLetters()).toEqual([]);
  });
});
