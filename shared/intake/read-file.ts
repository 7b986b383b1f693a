import type { SourceRecord, SourceReport } from '../nibrs/flatfile/record.ts';
import { readRecords } from '../nibrs/flatfile/records.ts';
import { ReportGrouper } from '../nibrs/flatfile/reports.ts';
import { type StateProfile, stateLevels } from '../state/index.ts';
import { FrameCheck } from './frame.ts';
import { readHeadOf } from './head.ts';
import { readSupplementFile, type SupplementPart } from './read-supplement-file.ts';
import { sniff } from './sniff.ts';
import { beginsSupplement } from './supplement-columns.ts';

/** Some reports of a file, or of a supplement, or the reason why the file as a whole cannot be taken. */
export type FilePart = { reports: SourceReport[] } | SupplementPart;

/**
 * Reads an uploaded file of any kind into its reports, in constant memory. A refusal is the last part: alone when the
 * file is of another kind, after all reports when its frame is damaged. The stream is read to its end in any case.
 */
export async function* readFile(
  stream: AsyncIterable<Uint8Array>,
  profile: StateProfile | undefined,
): AsyncGenerator<FilePart> {
  const { head, all } = await readHeadOf(stream);
  if (beginsSupplement(head)) {
    yield* readSupplementFile(all, profile);
    return;
  }
  const refusal = sniff(head);
  if (refusal) {
    for await (const _ of all);
    yield { refusal };
    return;
  }

  const levels = stateLevels(profile);
  const frame = new FrameCheck(levels);
  const grouper = new ReportGrouper({ stateLevels: levels });
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
