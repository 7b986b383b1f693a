import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQueue } from '../../shared/aws/queue.ts';
import type { ExpungeReport } from '../../shared/expunge/messages.ts';
import { readHistory } from '../../shared/history/history.ts';
import { reportStream } from '../../shared/ledger/streams.ts';
import { corrected } from '../generate/corrections.ts';
import { breakReport } from '../generate/defects.ts';
import { writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { openCloud, type Sent, type TestCloud } from './cloud.ts';

const ori = 'MO0010100';
const month = generateReports({
  state: 'MO',
  agencies: [ori, 'MO0020200'],
  period: '2026-09',
  incidents: 12,
  arrests: 4,
  zeroReports: 0,
  seed: 51,
  stateSegments: true,
});
const [incident, neighbour] = month as [GeneratedReport, GeneratedReport];
const { number } = incident.report;
const stream = reportStream('incident', ori, number);
const order = 'CIR-2026-0042';
/** Every record of the report begins so. */
const head = ori + number;

const broken = breakReport('impossibleHour', incident) ?? incident;
const files = [
  { fileName: 'rejected.txt', reports: [broken, neighbour] },
  { fileName: 'september.txt', reports: month },
  { fileName: 'correction.txt', reports: corrected(incident) },
];

let test: TestCloud;
/** What the two halves of the report say, and where it stood, before it was expunged. */
let before: { federal: string; coordinates: string[]; found: number };
let first: Sent;

beforeAll(async () => {
  test = await openCloud();
  for (const [index, { fileName, reports }] of files.entries()) await upload(fileName, reports, index);
  await test.cloud.idle();
  first = await test.transmit('2026-09', 'before');
  const events = await test.ledger.read(stream);
  before = {
    federal: (await test.ledger.openFederal(events)).join('\n'),
    coordinates: (await test.ledger.openState(events)).flatMap((half) => half?.match(/-?\d+\.\d{5}/g) ?? []),
    found: (await textsOf([test.buckets.inbox, test.buckets.work])).filter(isAbout).length,
  };
  await expunge('one');
});

afterAll(() => test.cloud.stop());

async function upload(fileName: string, reports: readonly GeneratedReport[], minute: number): Promise<string> {
  const content = Buffer.from(writeFile(reports, { state: 'MO', lineEnd: '\r\n' }), 'latin1');
  return test.upload({ uploader: 'MOUCR0001', openedAt: new Date(Date.UTC(2026, 9, 1, 8, minute)), fileName, content });
}

async function expunge(request: string): Promise<void> {
  const queue = createQueue<ExpungeReport>(test.cloud.clients().sqs, test.cloud.outputs.ExpungementsQueueUrl!);
  const body = { ori, number, order, by: 'clerk', request };
  await queue.send([{ body, group: 'expungements', dedupe: request }]);
  await test.cloud.idle();
}

async function textsOf(buckets: readonly string[]): Promise<string[]> {
  const contents = await Promise.all(buckets.map((bucket) => test.contents(bucket)));
  return contents.flatMap((objects) => [...objects.values()]);
}

/** Records of the report, where it happened, or findings on it. */
function isAbout(text: string): boolean {
  const marks = [head, `"report":"${number}"`, ...(before?.coordinates ?? [])];
  return text.split('\n').some((line) => line.includes(ori) && marks.some((mark) => line.includes(mark)));
}

describe('a report that an order has expunged', () => {
  it('was on file, in three uploads, a finding and a part', () => {
    expect(before.federal.split('\n').every((line) => line.includes(head))).toBe(true);
    expect(before.coordinates.length).toBeGreaterThan(1);
    expect(before.found).toBe(5);
    expect(first.file).toContain(head);
  });

  it('is in no upload, finding or part any more', async () => {
    expect((await textsOf([test.buckets.inbox, test.buckets.work])).filter(isAbout)).toEqual([]);
    expect(await test.cloud.deadLetters()).toEqual([]);
  });

  it('cannot be opened with both keys, and nothing else says what it said', async () => {
    await expect(test.ledger.openFederal(await test.ledger.read(stream))).rejects.toThrow('is gone');
    await expect(test.ledger.openState(await test.ledger.read(stream))).rejects.toThrow('is gone');
    expect((await test.items('KeysTable')).filter(({ pk }) => pk === stream)).toEqual([]);

    const others = new Set((await test.items('LedgerTable')).map(({ pk }) => String(pk)).filter((pk) => pk !== stream));
    const events = (await Promise.all([...others].map((other) => test.ledger.read(other)))).flat();
    const halves = [...(await test.ledger.openFederal(events)), ...(await test.ledger.openState(events))];
    expect(halves.filter((half) => half !== undefined).length).toBeGreaterThan(month.length);
    expect(halves.filter((half) => half?.includes(head))).toEqual([]);
    const items = JSON.stringify([...(await test.items('LedgerTable')), ...(await test.items('MonthsTable'))]);
    for (const mark of [...before.coordinates, ...before.federal.split('\n')]) expect(items).not.toContain(mark);
  });

  it('is in no month, and its history says that and when, never what', async () => {
    const entries = (await test.items('MonthsTable')).filter(({ pk }) => pk === `agency#${ori}#2026-09`);
    expect(entries.filter((entry) => entry.stream === stream)).toMatchObject([{ status: 'deleted', version: 3 }]);
    const history = await readHistory(test.ledger, { ori, number });
    expect(history).toMatchObject([
      { happened: 'reported', file: 'september.txt', period: '2026-09' },
      { happened: 'corrected', file: 'correction.txt', period: '2026-09' },
      { happened: 'expunged', by: 'clerk', order, period: '2026-09' },
      { happened: 'expungement completed', order },
    ]);
    const events = await test.ledger.read(stream);
    expect(events.at(-1)?.data).toEqual({ ori, number, order, uploads: 3, findings: 1, unsearched: [] });
  });

  it('is deleted at the FBI by the next transmission', async () => {
    const { file } = await test.transmit('2026-09', 'after');
    const lines = file.split('\r\n').filter((line) => line.includes(head));
    expect(lines.map((line) => line.slice(4, 6))).toEqual(['1D']);
  });

  it('is refused alone when an old file comes again, and taken out of that too by another request', async () => {
    const id = await upload('september, again.txt', month, 10);
    await test.cloud.idle();
    expect((await test.submission(id)).tally).toMatchObject({
      rejected: 1,
      unchanged: month.length - 1,
      findingsByCode: { NL02: 1 },
    });
    expect((await textsOf([test.buckets.inbox])).some(isAbout)).toBe(true);
    await expunge('two');
    expect((await textsOf([test.buckets.inbox, test.buckets.work])).filter(isAbout)).toEqual([]);
    expect(await test.cloud.deadLetters()).toEqual([]);
  });
});
