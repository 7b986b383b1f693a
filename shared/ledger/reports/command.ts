import type { ReportKind } from '../../nibrs/model/index.ts';
import type { Stamp } from '../decider.ts';
import { reportStream } from '../streams.ts';

/**
 * What names a report: `number` is the incident or arrest transaction number, or the month, `YYYY-MM`, that a zero report
 * speaks of; `part` is the arrestee number (element 40) of a Group B arrest and '' for the other kinds.
 */
export interface ReportKey {
  kind: ReportKind;
  ori: string;
  number: string;
  part: string;
  /** Month of submission. */
  period: string;
}

/** What a report says: its two halves in the clear, and the fingerprint that tells one content from another. */
export interface ReportContent {
  /** Fingerprint of both halves without the month of submission. */
  contentHash: string;
  segments: number;
  stateElements: number;
  /** Of the incident or arrest, YYYYMMDD; a zero report has none. */
  date?: string | undefined;
  federal: string;
  state?: string | undefined;
}

/**
 * What an agency asks for. `replace` is a delete immediately followed by the report of the same key. A `delete` of an
 * arrest with part '' is for all arrestees of the transaction. `deleteDate` is what the delete says of the date of the
 * report on file, YYYYMMDD.
 */
export type ReportCommand = { key: ReportKey; stamp: Stamp } & (
  | { command: 'report'; content: ReportContent }
  | { command: 'replace'; content: ReportContent; deleteDate?: string | undefined }
  | { command: 'delete'; deleteDate?: string | undefined }
);

/** The stream a report's history is in. */
export function streamOf(key: ReportKey): string {
  return reportStream(key.kind, key.ori, key.number);
}
