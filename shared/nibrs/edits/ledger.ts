import type { Finding } from '../finding.ts';
import type { SourceReport } from '../flatfile/record.ts';
import { type LedgerEdit, ledgerError } from './edit.ts';
import { toFinding } from './finding.ts';

export type LedgerCode = '056' | '088' | '095' | '751' | '759';

const byCode: Readonly<Record<LedgerCode, LedgerEdit>> = {
  '056': ledgerError({
    code: '056',
    elements: ['2', '1'],
    message: '{element} {value} is already on file for this agency.',
    hint: 'To replace the incident, send a delete of it (action D) and then the whole incident; a new one needs a new number.',
    source: '3.3.2.3 Table 3-9; 4.6.1; 5.2.1 Table 5-2',
    blames: { 1: 'incidentNumber' },
  }),
  '088': ledgerError({
    code: '088',
    elements: ['2', '41', '1'],
    message: '{element} {value} is in use both for an incident and for a Group B arrest of this agency.',
    hint: 'Give one of the two reports another number.',
    source: '3.3.1.2 Table 3-2; 3.3.2.3 Table 3-9; 5.2.1 Table 5-2',
    blames: { 1: 'incidentNumber', 7: 'arrestTransactionNumber' },
  }),
  '095': ledgerError({
    code: '095',
    elements: ['Action', '2'],
    message: 'There is no report with this number on file that could be deleted.',
    hint: 'Check the ORI and the number; what is not on file needs no delete.',
    source: '4.6.3; 5.2.1 Table 5-2',
    blames: { 0: 'action', 1: 'action', 7: 'action' },
  }),
  '751': ledgerError({
    code: '751',
    elements: ['40', '41', '1'],
    message: '{element} {value} occurs twice under the same arrest transaction number in this submission.',
    hint: 'Number the arrestees of one transaction 01, 02 and so on, and send each once.',
    source: '3.3.1.2 Table 3-2; 5.2.8 Table 5-10',
    blames: { 7: 'arresteeSequenceNumber' },
  }),
  '759': ledgerError({
    code: '759',
    elements: ['41', '40', '1'],
    message: 'The arrestee of {element} {value} is already on file for this agency.',
    hint: 'To replace the arrest, send a delete of it (action D) and then the arrest again; a new one needs a new number.',
    source: '3.3.1.2 Table 3-2; 5.2.8 Table 5-10',
    blames: { 7: 'arrestTransactionNumber' },
  }),
};

/** Edits which take what is already on file; the ledger's deciders find them with their stream at hand. */
export const ledgerEdits: readonly LedgerEdit[] = Object.values(byCode);

/**
 * The finding of a ledger edit on the first segment of the report that is refused.
 * Throws `RangeError` when the report has no segment: such a report never reaches the ledger.
 */
export function ledgerFinding(code: LedgerCode, source: SourceReport): Finding {
  const edit = byCode[code];
  const [target] = source.report.segments;
  if (target === undefined) throw new RangeError(`Edit ${code} was reported of a report without segments.`);
  return toFinding({ edit, target, element: edit.blames[target.level] ?? 'ori' }, source);
}
