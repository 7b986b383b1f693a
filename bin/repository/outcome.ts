import { compareText } from '../../shared/compare.ts';
import type { Refusal } from '../../shared/intake/refusal.ts';
import type { FiledFile } from './filing.ts';

/** What became of one file: an entry of `submissions.json`. Holds no time, so that the same run gives the same bytes. */
export interface FileOutcome {
  file: string;
  submission: string;
  sha256: string;
  period: string | null;
  agencies: string[];
  records: number;
  reports: number;
  accepted: number;
  rejected: number;
  /** Of those accepted: the same content was on file already. */
  unchanged: number;
  /** Of those accepted: a newer state of the report was on file already. */
  superseded: number;
  /** Reports of a file that was refused as a whole. */
  refused: number;
  acceptedRecords: number;
  rejectedRecords: number;
  refusedRecords: number;
  refusal: Refusal | null;
  errors: number;
  warnings: number;
  /** State-only values stored. */
  stateElements: number;
  findingsByCode: Record<string, number>;
}

/** The outcome of a file; records and reports are what the command counted in the file itself. */
export function outcomeOf({ file, counted, submission }: FiledFile): FileOutcome {
  const { tally, split, refused } = submission;
  const { findingsByCode } = tally;
  return {
    file: file.name,
    submission: submission.id,
    sha256: counted.sha256,
    period: split?.period ?? null,
    agencies: split?.agencies ?? [],
    records: counted.records,
    reports: counted.reports,
    accepted: tally.accepted,
    rejected: tally.rejected,
    unchanged: tally.unchanged,
    superseded: tally.superseded,
    refused: refused ? counted.reports : 0,
    acceptedRecords: tally.acceptedRecords,
    rejectedRecords: tally.rejectedRecords,
    refusedRecords: refused ? counted.records : 0,
    refusal: refused
      ? { reason: refused.reason, message: refused.message, hint: refused.hint, record: refused.record }
      : null,
    errors: tally.errors,
    warnings: tally.warnings,
    stateElements: tally.stateElements,
    findingsByCode: Object.fromEntries(Object.entries(findingsByCode).toSorted(([a], [b]) => compareText(a, b))),
  };
}

/** Says of every file whose records or reports are not all accounted for, how many there are and how many are known. */
export function unaccounted(outcomes: readonly FileOutcome[]): string[] {
  return outcomes.flatMap((outcome) => {
    const records = outcome.acceptedRecords + outcome.rejectedRecords + outcome.refusedRecords;
    const reports = outcome.accepted + outcome.rejected + outcome.refused;
    if (records === outcome.records && reports === outcome.reports) return [];
    return [
      `${outcome.file}: it has ${outcome.records} records in ${outcome.reports} reports, ` +
        `but ${records} records in ${reports} reports were accepted, rejected or refused.`,
    ];
  });
}
