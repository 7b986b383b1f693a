import type { RecordedFinding } from '../ledger/reports/federal-findings.ts';
import { differenceOf, type FederalEntry } from './federal-copy.ts';
import type { MonthEntry } from './messages.ts';
import type { WrittenReport } from './write-part.ts';

/** The FBI's numbers of the errors that a report drew as a transmission said it, by what they were found on. */
export interface Refusals {
  /** On its delete. */
  deletion: readonly string[];
  /** On the report itself, actions I and A. */
  insertion: readonly string[];
}

export const noRefusals: Refusals = { deletion: [], insertion: [] };

/** The errors among findings on a report, by what they were found on. */
export function refusalsOf(findings: readonly RecordedFinding[]): Refusals {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const codes = (isDelete: boolean) =>
    errors.filter(({ action }) => (action === 'D') === isDelete).map(({ code }) => code);
  return { deletion: codes(true), insertion: codes(false) };
}

/** There is nothing to delete; and a zero report is gone by itself once its month has data. */
const nothingToDelete: ReadonlySet<string> = new Set(['095', '030', '031']);

/** There is something under the number. */
const onFile: ReadonlySet<string> = new Set(['056', '759']);

/**
 * What the FBI has of a report after a transmission said something of it and the FBI refused some of that. A delete that
 * was refused leaves the report there; a report that was refused is not there. Delete and report are refused apart. The
 * FBI's word on whether something is under the number counts for more than what was believed before.
 */
export function heldAfter(said: WrittenReport, transmission: string, refusals: Refusals): FederalEntry {
  const { stream, part, version, status, deletes } = said;
  const report = { stream, part, transmission };
  const { deletion, insertion } = refusals;
  const isKept = deletion.length > 0 && !deletion.some((code) => nothingToDelete.has(code));
  const kept = isKept ? deletes : undefined;

  if (status !== 'present' || insertion.length === 0) {
    const isStillThere = status === 'deleted' && kept !== undefined;
    return isStillThere ? { ...report, version: kept, status: 'present' } : { ...report, version, status };
  }
  if (insertion.some((code) => onFile.has(code))) return { ...report, version, status: 'unknown' };
  if (kept === undefined) return { ...report, version, status: 'rejected' };
  return { ...report, version: kept, status: 'present', refused: version };
}

/**
 * What has to be sent again although the agency corrects nothing: what the FBI refused for what it has on file, not for
 * what the report says. Undefined when there is no such thing.
 */
export function toSendAgain(said: WrittenReport, held: FederalEntry): MonthEntry | undefined {
  const { stream, part, version, status } = said;
  if (status === 'withheld') return undefined;
  const wanted: MonthEntry = { stream, part, version, status };
  return differenceOf(wanted, held) && wanted;
}
