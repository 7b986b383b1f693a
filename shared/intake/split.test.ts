import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryObjects } from '../../test/memory.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { readReports } from '../nibrs/flatfile/reports.ts';
import type { ReportsChunk } from './messages.ts';
import { readChunk } from './read-ranges.ts';
import { type Chunk, ChunkSplitter, isReplacement } from './split.ts';

const stateLevels = new Set<string>();

/** A line of any of three agencies, or one without a well-formed ORI, or an empty or unreadable one. */
const line = fc
  .record({
    level: fc.constantFrom('0', '1', '2', '4', '7', 'Z'),
    action: fc.constantFrom('I', 'A', 'D'),
    ori: fc.constantFrom('MO0010100', 'MO0020200', 'MO0030300', 'mo bad   ', '         '),
    number: fc.constantFrom('NUMBER000001', 'NUMBER000002'),
    kind: fc.constantFrom('segment', 'segment', 'segment', 'segment', 'empty', 'unreadable'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ level, action, ori, number, kind, lineEnd }) => {
    if (kind === 'empty') return lineEnd;
    if (kind === 'unreadable') return `?${lineEnd}`;
    return `0050${level}${action}092026    ${ori}${number}             ${lineEnd}`;
  });
const file = fc.array(line, { minLength: 1, maxLength: 60 }).map((lines) => lines.join(''));
const limits = fc.record({ reports: fc.integer({ min: 1, max: 5 }), bytes: fc.integer({ min: 40, max: 2000 }) });

async function reportsOf(text: string): Promise<SourceReport[]> {
  async function* stream() {
    yield Buffer.from(text, 'latin1');
  }
  const reports = [];
  for await (const batch of readReports(stream(), { stateLevels })) reports.push(...batch);
  return reports;
}

function split(reports: readonly SourceReport[], chunkLimits: { reports: number; bytes: number }): Chunk[] {
  const splitter = new ChunkSplitter(chunkLimits);
  for (const report of reports) splitter.push(report);
  return splitter.end();
}

function messageOf({ number, ori, ranges }: Chunk): ReportsChunk {
  const file = { bucket: 'inbox', key: 'file', fileName: 'file' };
  return { submission: 's', chunk: number, ...file, ori, period: '2026-09', stateCode: 'MO', ranges };
}

describe('splitting a file', () => {
  it('gives every report to exactly one chunk, whole, as it was read from the file', async () => {
    await fc.assert(
      fc.asyncProperty(file, limits, async (text, chunkLimits) => {
        const reports = await reportsOf(text);
        const objects = createMemoryObjects();
        objects.contents.set('inbox/file', text);

        const chunks = split(reports, chunkLimits);
        const again = await Promise.all(chunks.map((chunk) => readChunk(objects, messageOf(chunk), stateLevels)));

        const inFileOrder = again.flat().sort((a, b) => (a.records[0]?.number ?? 0) - (b.records[0]?.number ?? 0));
        expect(inFileOrder).toEqual(reports);
      }),
    );
  });

  it('keeps an agency in its chunks, in the order of the file', async () => {
    await fc.assert(
      fc.asyncProperty(file, limits, async (text, chunkLimits) => {
        const chunks = split(await reportsOf(text), chunkLimits);

        expect(chunks.map(({ number }) => number)).toEqual(chunks.map((_, index) => index));
        for (const ranges of Map.groupBy(chunks, ({ ori }) => ori).values()) {
          const starts = ranges.flatMap((chunk) => chunk.ranges.map(({ start }) => start));
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('never parts a delete from the report that replaces it', async () => {
    const agency = file.map((text) => text.replaceAll(/MO00[23]0[23]00|mo bad {3}| {9}(?=NUMBER)/g, 'MO0010100'));
    await fc.assert(
      fc.asyncProperty(agency, limits, async (text, chunkLimits) => {
        const reports = await reportsOf(text);
        const starts = new Set(split(reports, chunkLimits).map(({ ranges }) => ranges[0]?.record));

        for (const [index, report] of reports.entries()) {
          const before = reports[index - 1];
          if (before && isReplacement(before, report)) expect(starts).not.toContain(report.records[0]?.number);
        }
      }),
    );
  });

  it('merges what is contiguous into one range', async () => {
    const lines = ['MO0010100', 'MO0010100', 'MO0020200', 'MO0010100'].map(
      (ori) => `00430A092026    ${ori}00000000000009\n`,
    );

    const chunks = split(await reportsOf(lines.join('')), { reports: 10, bytes: 1000 });

    expect(chunks).toEqual([
      {
        number: 0,
        ori: 'MO0010100',
        ranges: [
          { start: 0, end: 79, record: 1 },
          { start: 120, end: 159, record: 4 },
        ],
      },
      { number: 1, ori: 'MO0020200', ranges: [{ start: 80, end: 119, record: 3 }] },
    ]);
  });

  it('gives reports without an ORI to the agency before them, or to the first', async () => {
    const head = '0050?I092026            \n';
    const agency = '00430A092026    MO001010000000000000092026\n';

    const chunks = split(await reportsOf(head + agency + head), { reports: 10, bytes: 1000 });

    expect(chunks).toMatchObject([{ ori: 'MO0010100', ranges: [{ record: 1 }] }]);
  });
});
