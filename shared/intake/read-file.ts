import type { SourceRecord, SourceReport } from '../nibrs/flatfile/record.ts';
import { readRecords } from '../nibrs/flatfile/records.ts';
import { ReportGrouper } from '../nibrs/flatfile/reports.ts';
import { FrameCheck } from './frame.ts';
import type { Refusal } from './refusal.ts';
import { SNIFFED_BYTES, sniff } from './sniff.ts';

/** Some reports of a file, or the reason why the file as a whole cannot be taken. */
export type FilePart = { reports: SourceReport[] } | { refusal: Refusal };

/**
 * Reads an uploaded file of any kind into its reports, in constant memory. A refusal is the last part: alone when the
 * file is of another kind, after all reports when its frame is damaged. The stream is read to its end in any case.
 */
export async function* readFile(
  stream: AsyncIterable<Uint8Array>,
  stateLevels: ReadonlySet<string>,
): AsyncGenerator<FilePart> {
  const { head, all } = await readHeadOf(stream);
  const refusal = sniff(head);
  if (refusal) {
    for await (const _ of all);
    yield { refusal };
    return;
  }

  const frame = new FrameCheck(stateLevels);
  const grouper = new ReportGrouper({ stateLevels });
  for await (const records of readRecords(all)) {
    const reports = groupRecords(records, frame, grouper);
    if (reports.length > 0) yield { reports };
  }
  const last = grouper.end();
  if (last) yield { reports: [last] };
  const damage = frame.end();
  if (damage) yield { refusal: damage };
}

function groupRecords(records: readonly SourceRecord[], frame: FrameCheck, grouper: ReportGrouper): SourceReport[] {
  const reports: SourceReport[] = [];
  for (const record of records) {
    frame.push(record);
    const report = grouper.push(record);
    if (report) reports.push(report);
  }
  return reports;
}

/** The first bytes of a stream, and the whole stream still to be read, those included. */
async function readHeadOf(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < SNIFFED_BYTES) {
    const { done, value } = await iterator.next();
    if (done) break;
    parts.push(value);
    bytes += value.byteLength;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* parts;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(parts), all: all() };
}
