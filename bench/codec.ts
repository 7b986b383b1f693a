import { validateReport } from '../shared/nibrs/edits/index.ts';
import type { SourceReport } from '../shared/nibrs/flatfile/record.ts';
import { RecordSplitter } from '../shared/nibrs/flatfile/records.ts';
import { ReportGrouper } from '../shared/nibrs/flatfile/reports.ts';
import { writeSegment } from '../shared/nibrs/flatfile/write-segment.ts';
import { period, stateFile } from './file.ts';
import { measure, report } from './measure.ts';

/** Segments a second on one core, in this process: reading, writing and the edits, beside merely finding the lines. */

const rounds = 9;
const copies = 10;
const pieceSize = 64 * 1024;

const month = stateFile();
const file = Buffer.concat(Array.from({ length: copies }, () => month));
const sources = read(file);
const segments = sources.flatMap(({ report: { segments } }) => segments);
const context = { period, today: '20261001', stateCode: 'VT' };

report(`Flat file, ${segments.length.toLocaleString('en-US')} segments`, [
  await measure('baseline: lines of the file as strings', 'segments', rounds, () => lines(file)),
  await measure('read: split, parse, group into reports', 'segments', rounds, () => countSegments(read(file))),
  await measure('write', 'segments', rounds, () => segments.map(writeSegment).length),
  await measure('edits', 'segments', rounds, () => edit(sources)),
  await measure('read and edits', 'segments', rounds, () => edit(read(file))),
]);

function lines(bytes: Buffer): number {
  return bytes.toString('latin1').split('\r\n').length - 1;
}

function read(bytes: Uint8Array): SourceReport[] {
  const splitter = new RecordSplitter();
  const grouper = new ReportGrouper({ stateLevels: new Set() });
  const reports: (SourceReport | undefined)[] = [];
  for (let start = 0; start < bytes.length; start += pieceSize) {
    for (const record of splitter.push(bytes.subarray(start, start + pieceSize))) reports.push(grouper.push(record));
  }
  reports.push(grouper.end());
  return reports.filter((found) => found !== undefined);
}

function countSegments(reports: readonly SourceReport[]): number {
  return reports.reduce((sum, { records }) => sum + records.length, 0);
}

function edit(reports: readonly SourceReport[]): number {
  for (const source of reports) validateReport(source, context);
  return countSegments(reports);
}
