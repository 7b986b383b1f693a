import type { Tally } from '../../events/submission.ts';
import type { LedgerEvent } from '../ledger/port.ts';
import { addTallies, emptyTally } from '../ledger/submissions.ts';
import type { Period } from '../nibrs/model/index.ts';

/** How far an agency's month is, from nothing to what the FBI has answered. */
export const statuses = [
  'nothing',
  'uploaded',
  'rejected',
  'partial',
  'accepted',
  'zero-reported',
  'sent',
  'acknowledged',
] as const;
export type Status = (typeof statuses)[number];

/** What happened to an agency's files of a month: each was split, and its chunks were processed. */
export type FileEvent = LedgerEvent<'SubmissionSplit' | 'ChunkProcessed'>;

/** Everything that tells how far an agency's month is. */
export interface MonthRecord {
  ori: string;
  period: Period;
  /** In the order of their times, nothing of other agencies' chunks. */
  files: readonly FileEvent[];
  /** What is on file now. */
  onFile: { incidents: number; arrests: number; zeroReports: number };
  /** Reports that were rejected and are not put right yet, of all files. */
  open: number;
  /** Whether the FBI does not have all of it. */
  unsent: boolean;
  /** Sealed transmissions that say something of the month, oldest first. */
  transmissions: readonly CarriedBy[];
}

/** A sealed transmission, and whether the FBI has said what became of it. */
export interface CarriedBy {
  transmission: string;
  /** Name of the file. */
  file: string;
  acknowledged: boolean;
}

/** Where an agency's month stands. */
export interface MonthStatus extends Omit<MonthRecord, 'files'> {
  status: Status;
  /** Of all its files: reports, errors, warnings and how often each number was found. */
  tally: Tally;
  /** Rejected reports over submitted ones, in all its files; `null` when there is none. */
  errorRate: number | null;
  /** When the first and the last file came; `null` when none did. */
  firstUpload: string | null;
  lastUpload: string | null;
  /** When the first file came of which a report was accepted. */
  firstAccepted: string | null;
}

/** Where an agency's month stands, from what happened to it. */
export function monthStatus({ files, ...record }: MonthRecord): MonthStatus {
  const splits = files.filter(isSplit);
  const chunks = files.filter(isChunk);
  const tally = chunks.reduce((sum, { data }) => addTallies(sum, data.tally), emptyTally());
  const accepted = new Set(chunks.filter(({ data }) => data.tally.accepted > 0).map(({ stream }) => stream));
  return {
    ...record,
    status: statusOf(record, isWaiting(splits, chunks)),
    tally,
    errorRate: tally.reports === 0 ? null : tally.rejected / tally.reports,
    firstUpload: splits[0]?.at ?? null,
    lastUpload: splits.at(-1)?.at ?? null,
    firstAccepted: splits.find(({ stream }) => accepted.has(stream))?.at ?? null,
  };
}

/** Whether a file has come of which nothing is processed. */
function isWaiting(splits: readonly FileEvent[], chunks: readonly FileEvent[]): boolean {
  const processed = new Set(chunks.map(({ stream }) => stream));
  return splits.some(({ stream }) => !processed.has(stream));
}

/** What still has to be done comes before what is done: a month that was sent is partial while a report is rejected. */
function statusOf({ onFile, open, unsent, transmissions }: Omit<MonthRecord, 'files'>, isWaiting: boolean): Status {
  const reports = onFile.incidents + onFile.arrests;
  if (reports + onFile.zeroReports === 0) {
    if (isWaiting) return 'uploaded';
    return open > 0 ? 'rejected' : 'nothing';
  }
  if (open > 0) return 'partial';
  if (!unsent && transmissions.length > 0) {
    return transmissions.every(({ acknowledged }) => acknowledged) ? 'acknowledged' : 'sent';
  }
  return reports > 0 ? 'accepted' : 'zero-reported';
}

/** Whether something of the month is on file. */
export function isReported({ onFile: { incidents, arrests, zeroReports } }: Pick<MonthStatus, 'onFile'>): boolean {
  return incidents + arrests + zeroReports > 0;
}

function isSplit(event: FileEvent): event is LedgerEvent<'SubmissionSplit'> {
  return event.type === 'SubmissionSplit';
}

export function isChunk(event: FileEvent): event is LedgerEvent<'ChunkProcessed'> {
  return event.type === 'ChunkProcessed';
}
