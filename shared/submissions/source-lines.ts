import type { Source } from '../intake/own-findings.ts';
import { shownRecord } from '../intake/shown-record.ts';
import { uploadedReports } from '../intake/uploaded-reports.ts';
import { looksLikeSegment, readHead } from '../nibrs/flatfile/read-segment.ts';
import { type StateProfile, stateLevels, supplementLevel, toFederalCodes } from '../state/index.ts';

/** A report as it stands in its file, with dots where the state's elements are. */
export interface ShownReport {
  /** Both as they stand there. */
  ori: string;
  report: string;
  lines: { record: number; level: string; text: string }[];
}

/** A report may have thousands of records, and a damaged record thousands of characters: so many are shown. */
const most = { lines: 300, characters: 400 };

/**
 * The report that a record of an uploaded file is part of, or the rows of a supplement beside it; undefined when there is no
 * such record, or it was expunged. What it has of the state's is not shown: dots stand where it is, and the FBI's codes in
 * place of the state's. Reads the file as far as the record.
 */
export async function shownReportAt(
  stream: AsyncIterable<Uint8Array>,
  record: number,
  profile: StateProfile | undefined,
): Promise<ShownReport | undefined> {
  for await (const sources of uploadedReports(stream, stateLevels(profile))) {
    for (const source of sources) {
      const [first, last] = [source.records[0]?.number ?? 0, source.records.at(-1)?.number ?? 0];
      if (last < record) continue;
      return first > record ? undefined : shown(source, record, profile);
    }
  }
  return undefined;
}

function shown(source: Source, record: number, profile: StateProfile | undefined): ShownReport {
  const isSupplement = source.report.kind === 'supplement';
  // What stands in the place of the head of any other line may be whatever is left of a broken one.
  const isNamed = isSupplement || looksLikeSegment(source.records[0]?.text ?? '');
  const { ori, number } = isNamed ? source.report : { ori: '', number: '' };
  const records = recordsOf(source, profile);
  const place = records.findIndex((one) => one.number >= record);
  const start = Math.max(0, Math.min(place - most.lines / 2, records.length - most.lines));
  const lines = records.slice(start, start + most.lines).map(({ number, text }) => {
    const level = isSupplement ? supplementLevel : looksLikeSegment(text) ? readHead(text).level : '';
    return { record: number, level, text: shownRecord(text.trimEnd(), level).slice(0, most.characters) };
  });
  return { ori, report: number, lines };
}

function recordsOf(source: Source, profile: StateProfile | undefined) {
  if (!profile || !('stateRecords' in source)) return source.records;
  return toFederalCodes(profile, source).source.records;
}
