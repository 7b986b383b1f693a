import { reportStream } from '../ledger/streams.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { readReports } from '../nibrs/flatfile/reports.ts';

/** Whose record it is in a file that was sent. */
export interface SentRecord {
  stream: string;
  part: string;
  ori: string;
  /** As it stands in the record. */
  number: string;
  action: string;
}

/** The reports to which these records of a sealed file belong, by the records' numbers. */
export async function sentRecords(
  file: AsyncIterable<Uint8Array>,
  wanted: ReadonlySet<number>,
): Promise<Map<number, SentRecord>> {
  const found = new Map<number, SentRecord>();
  // A sealed file has no state segments: one would be a record of an unknown level.
  for await (const sources of readReports(file, { stateLevels: new Set() })) {
    for (const source of sources) {
      const numbers = source.records.map((record) => record.number).filter((number) => wanted.has(number));
      if (numbers.length === 0) continue;
      const sent = sentRecord(source);
      for (const number of numbers) found.set(number, sent);
    }
  }
  return found;
}

/** A zero report has no number of its own: the month it speaks of tells it from the others. */
function sentRecord({ report: { kind, ori, number, action, segments } }: SourceReport): SentRecord {
  const [first] = segments;
  const part = first?.level === '7' ? (first.arresteeSequenceNumber ?? '') : '';
  const named = first?.level === '0' ? `${first.zeroReportYear}-${first.zeroReportMonth}` : number;
  return { stream: reportStream(kind, ori, named), part, ori, number, action };
}
