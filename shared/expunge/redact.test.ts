import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFile } from '../../test/generate/file.ts';
import { generateReports } from '../../test/generate/reports.ts';
import { collect } from '../../test/streams.ts';
import type { SourceRecord } from '../nibrs/flatfile/record.ts';
import { readRecords } from '../nibrs/flatfile/records.ts';
import { blanked, findRecords } from './redact.ts';

const reports = generateReports({
  state: 'MO',
  agencies: ['MO0010100', 'MO0020200'],
  period: '2026-09',
  incidents: 6,
  arrests: 4,
  zeroReports: 0,
  seed: 9,
  stateSegments: true,
});

/** Some of the reports in any order, some lines of another kind between them, with or without a last line end. */
const file = fc
  .record({
    parts: fc.array(
      fc.oneof(fc.constantFrom(...reports), fc.constantFrom('\n', 'a line of another kind\r\n', '\u001a\n')),
    ),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    cut: fc.boolean(),
    mark: fc.boolean(),
  })
  .map(({ parts, lineEnd, cut, mark }) => {
    const lines = parts.map((part) => (typeof part === 'string' ? part : writeFile([part], { state: 'MO', lineEnd })));
    const text = (mark ? '\u00ef\u00bb\u00bf' : '') + lines.join('');
    return cut ? text.replace(/\r?\n$/, '') : text;
  });

describe('a report taken out of a file', () => {
  it('is gone, and every other record is where it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom(...reports),
        fc.integer({ min: 1, max: 700 }),
        async (text, { report }, size) => {
          const { spans, records } = await findRecords(piecesOf(text, size), report);
          const redacted = await textOf(blanked(piecesOf(text, size), spans));

          const [before, after] = [await recordsOf(text), await recordsOf(redacted)];
          const gone = before.filter(({ number }) => !after.some((record) => record.number === number));
          expect(after).toEqual(before.filter((record) => !gone.includes(record)));
          expect(gone).toHaveLength(records);
          for (const record of gone) expect(isOf(record, report) || !record.text.startsWith('0')).toBe(true);
          expect(after.some((record) => isOf(record, report))).toBe(false);
          expect(redacted).toHaveLength(text.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not tell how long its lines were', async () => {
    const [one, other] = [lines(88, 307, 46), lines(307, 46, 88)];
    const [first, second] = await Promise.all([one, other].map(redact));
    expect(first).toBe(second);
    expect(first).toMatch(/^ +\n\n\n$/);
  });

  it('takes along the rest of a record that was broken in two, up to the next segment', async () => {
    const text = `${line('1', 'A1')}\nthe rest of it\n${line('2', 'B2')}\nof the other\n`;
    expect((await redact(text)).trimStart()).toBe(`${line('2', 'B2')}\nof the other\n`);
  });

  it('is a row of a supplement, by its columns, or wherever its name stands in a row with too few of them', async () => {
    const header = 'sequence,ori,report,MO-3\r\n';
    const [own, short] = ['01, MO0010100 ,"A1",US\r\n', 'MO0010100,A1,US\r\n'];
    const others = ['A1,MO0010100,01,US\r\n', '01,MO0020200,A1,US\r\n', '01,MO0010100,A12,US\r\n'];
    const redacted = await redact([header, own, short, ...others].join(''));
    expect(redacted).toHaveLength([header, own, short, ...others].join('').length);
    expect(redacted.replace(/ {9,}\n\n/, '')).toBe([header, ...others].join(''));
  });
});

const ori = 'MO0010100';

function line(level: string, number: string, length = 60): string {
  return `0060${level}I092026    ${ori}${number.padEnd(12)}`.padEnd(length, 'x');
}

function lines(...lengths: number[]): string {
  return lengths.map((length, index) => `${line(String(index + 1), 'A1', length)}\r\n`).join('');
}

async function redact(text: string): Promise<string> {
  const { spans } = await findRecords(piecesOf(text, 50), { ori, number: 'A1' });
  return textOf(blanked(piecesOf(text, 50), spans));
}

function isOf({ text }: SourceRecord, report: { ori: string; number: string }): boolean {
  return text.slice(16, 25) === report.ori && text.slice(25, 37).trim() === report.number;
}

async function recordsOf(text: string): Promise<SourceRecord[]> {
  return collect(readRecords(piecesOf(text, 100)));
}

async function* piecesOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'latin1');
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
}
