import { buffer } from 'node:stream/consumers';
import type { SourceRecord, SourceReport } from '../nibrs/flatfile/record.ts';
import { RecordSplitter } from '../nibrs/flatfile/records.ts';
import { ReportGrouper } from '../nibrs/flatfile/reports.ts';
import type { Objects } from '../ports.ts';
import type { SourceSupplement } from '../state/index.ts';
import type { ByteRange, ReportsChunk } from './messages.ts';
import { lineOf, readCells, SupplementGrouper } from './supplement-rows.ts';

/**
 * Ranges closer together than this are read at once and what lies between them is thrown away: a request costs more
 * than the bytes. It matters for files that hold many agencies by turns.
 */
const worthReading = 65_536;

interface Span {
  start: number;
  end: number;
  ranges: ByteRange[];
}

/**
 * The reports of a chunk. Each range is grouped by itself, as it was when the file was split: two reports with another
 * agency's between them stay two.
 */
export function readChunk(
  objects: Objects,
  chunk: ReportsChunk,
  stateLevels: ReadonlySet<string>,
): Promise<SourceReport[]> {
  return readRanges(objects, chunk, (records) => {
    const grouper = new ReportGrouper({ stateLevels });
    return [...records.map((record) => grouper.push(record)), grouper.end()];
  });
}

/** The rows of a chunk of a supplement, by the numbers that they are for. Each range is grouped by itself. */
export function readSupplementChunk(
  objects: Objects,
  chunk: ReportsChunk,
  columns: readonly string[],
): Promise<SourceSupplement[]> {
  return readRanges(objects, chunk, (records) => {
    const grouper = new SupplementGrouper(columns);
    // A file with a row that cannot be divided was refused.
    return [...records.map((record) => grouper.push(record, readCells(lineOf(record)) ?? [])), grouper.end()];
  });
}

async function readRanges<Report>(
  objects: Objects,
  chunk: ReportsChunk,
  group: (records: readonly SourceRecord[]) => (Report | undefined)[],
): Promise<Report[]> {
  const reports: (Report | undefined)[] = [];
  for (const span of spansOf(chunk.ranges)) {
    const bytes = await buffer(await objects.read(chunk, span));
    for (const range of span.ranges) {
      const own = bytes.subarray(range.start - span.start, range.end - span.start + 1);
      const splitter = new RecordSplitter({ firstRecord: range.record, offset: range.start });
      reports.push(...group([...splitter.push(own), ...splitter.end()]));
    }
  }
  return reports.filter((report) => report !== undefined);
}

function spansOf(ranges: readonly ByteRange[]): Span[] {
  const spans: Span[] = [];
  for (const range of ranges) {
    const span = spans.at(-1);
    if (span && range.start - span.end <= worthReading) {
      span.end = range.end;
      span.ranges.push(range);
    } else {
      spans.push({ start: range.start, end: range.end, ranges: [range] });
    }
  }
  return spans;
}
