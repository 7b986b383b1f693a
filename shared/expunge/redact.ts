import { lineOf, readCells } from '../intake/supplement-rows.ts';
import { looksLikeSegment, type RecordHead, readHead } from '../nibrs/flatfile/read-segment.ts';
import type { SourceRecord } from '../nibrs/flatfile/record.ts';
import { readRecords } from '../nibrs/flatfile/records.ts';
import { startsReport } from '../nibrs/flatfile/reports.ts';

/** What names the reports of a number. */
export interface ReportNumber {
  ori: string;
  number: string;
}

/** Bytes `start` to `end` of a file, both inclusive. */
interface Span {
  start: number;
  end: number;
}

/** Where in a file the records of a number stand. */
export interface FoundRecords {
  records: number;
  /** In the order of the file; each report has its own, since a chunk may begin with it. */
  spans: readonly Span[];
}

/**
 * Finds every record of a number: in a flat file its segments, those of the state included, in a supplement its rows. Holds
 * a line and the places found.
 */
export async function findRecords(stream: AsyncIterable<Uint8Array>, report: ReportNumber): Promise<FoundRecords> {
  const spans: Span[] = [];
  let records = 0;
  let look: Look | undefined;
  for await (const batch of readRecords(stream)) {
    for (const record of batch) {
      look ??= lookFor(report, record);
      const { isFound, begins } = look(record);
      if (!isFound) continue;
      records += 1;
      const { offset, size } = record;
      const last = spans.at(-1);
      if (!begins && last?.end === offset - 1) last.end += size;
      else spans.push({ start: offset, end: offset + size - 1 });
    }
  }
  return { records, spans };
}

/** Whether the next record of a file is one that is looked for, and whether a report begins with it. */
type Look = (record: SourceRecord) => { isFound: boolean; begins: boolean };

/** How to look for a report in a file with this first record. */
function lookFor(report: ReportNumber, first: SourceRecord): Look {
  const columns = looksLikeSegment(first.text) ? [] : (readCells(lineOf(first)) ?? []).map(({ text }) => text);
  return columns.includes('ori') && columns.includes('report') ? lookInRows(report, columns) : lookInSegments(report);
}

/**
 * A line that does not begin as a segment does goes with the record before it: it may be the rest of one that was broken
 * in two.
 */
function lookInSegments({ ori, number }: ReportNumber): Look {
  let opening: RecordHead | undefined;
  let isFound = false;
  return ({ text }) => {
    const head = readHead(text);
    const begins = startsReport(head, opening);
    if (begins) opening = head;
    isFound = (head.ori === ori && head.number === number) || (isFound && !looksLikeSegment(text));
    return { isFound, begins };
  };
}

/** Where a row has other columns than the first line names, the report's name may stand in any of them. */
function lookInRows({ ori, number }: ReportNumber, columns: readonly string[]): Look {
  return (record) => {
    const line = lineOf(record);
    const cells = readCells(line)?.map(({ text }) => text) ?? line.split(',').map((cell) => cell.trim());
    const isWhole = cells.length === columns.length;
    const names = isWhole ? [cells[columns.indexOf('ori')], cells[columns.indexOf('report')]] : cells;
    return { isFound: names.includes(ori) && names.includes(number), begins: false };
  };
}

const space = 0x20;
const lineFeed = 0x0a;

/**
 * The file with blanks in these places. Whatever else it holds stays at its byte and in its line, where chunks and
 * findings look for it. Of each place the line ends come last, since the lengths of its lines would tell what they were.
 */
export async function* blanked(stream: AsyncIterable<Uint8Array>, spans: readonly Span[]): AsyncGenerator<Uint8Array> {
  const open = [...spans];
  let offset = 0;
  let lineEnds = 0;
  for await (const bytes of stream) {
    const end = offset + bytes.length;
    const pieces: Uint8Array[] = [];
    let done = 0;
    for (const span of open.filter(({ start }) => start < end)) {
      const [from, to] = [Math.max(span.start - offset, 0), Math.min(span.end + 1 - offset, bytes.length)];
      const found = bytes.subarray(from, to).filter((byte) => byte === lineFeed).length;
      pieces.push(bytes.subarray(done, from), new Uint8Array(to - from - found).fill(space));
      lineEnds += found;
      done = to;
      if (span.end >= end) break;
      pieces.push(new Uint8Array(lineEnds).fill(lineFeed));
      lineEnds = 0;
      open.shift();
    }
    pieces.push(bytes.subarray(done));
    offset = end;
    yield Buffer.concat(pieces);
  }
}
