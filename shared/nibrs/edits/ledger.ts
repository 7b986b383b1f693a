import type { Finding } from '../finding.ts';
import type { SourceReport } from '../flatfile/record.ts';
import type { Segment } from '../model/index.ts';
import { type Edit, type LedgerEdit, ledgerError, ledgerWarning, type UnreachableEdit, unreachable } from './edit.ts';
import { toFinding } from './finding.ts';
import { spellDate } from './rules/dates.ts';

export type LedgerCode = '028' | '029' | '030' | '031' | '056' | '088' | '095' | '751' | '759' | '1198';

const ofZeroReport = {
  elements: ['ZeroMonth', 'ZeroYear', '1'],
  source: '4.7; 5.2.9 Table 5-11',
  blames: { 0: 'zeroReportMonth' },
} as const;

const byCode: Readonly<Record<LedgerCode, LedgerEdit>> = {
  '028': ledgerError({
    code: '028',
    message: '{month} cannot have a zero report: an incident of that month is on file.',
    hint: 'Leave the zero report out. If the incident is wrong, delete it first.',
    ...ofZeroReport,
  }),
  '029': ledgerError({
    code: '029',
    message: '{month} cannot have a zero report: a Group B arrest of that month is on file.',
    hint: 'Leave the zero report out. If the arrest is wrong, delete it first.',
    ...ofZeroReport,
  }),
  '030': ledgerError({
    code: '030',
    message: 'The zero report of {month} cannot be deleted: an incident of that month is on file.',
    hint: 'Leave the delete out: the incident has taken the place of the zero report already.',
    ...ofZeroReport,
  }),
  '031': ledgerError({
    code: '031',
    message: 'The zero report of {month} cannot be deleted: a Group B arrest of that month is on file.',
    hint: 'Leave the delete out: the arrest has taken the place of the zero report already.',
    ...ofZeroReport,
  }),
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
  '1198': ledgerWarning({
    code: '1198',
    elements: ['3', 'Action'],
    message: '{element} on the delete is {value}, but that of the incident on file is {onFile}.',
    hint: 'Nothing, if the number is right: the incident is deleted all the same. If another one was meant, send this one again.',
    source: '4.6.3; 5.2.10',
    blames: { 1: 'incidentDate' },
  }),
};

const neverDrawn: readonly UnreachableEdit[] = [
  unreachable(
    '798',
    'error',
    'It takes a delete of a Group B arrest without arrest date; 797 refuses that before anything on file is looked at.',
    '3.3.7.3 Table 3-59; 5.2.8 Table 5-10',
  ),
  unreachable(
    '799',
    'error',
    'It takes a delete of a Group B arrest without arrest date; 797 refuses that before anything on file is looked at.',
    '3.3.7.3 Table 3-59; 5.2.8 Table 5-10',
  ),
  unreachable(
    '938',
    'error',
    'It takes an incident with action A, which 101 refuses, and two incidents on file under one number, which 056 prevents.',
    '5.2.1 Table 5-2',
  ),
  unreachable(
    '939',
    'error',
    'It takes a Group B arrest with action M, which 701 refuses: a flat file changes an arrest by a delete and an add.',
    '5.2.1 Table 5-2',
  ),
  unreachable(
    '940',
    'error',
    'A flat file cannot add a clearance to an incident on file: it sends the incident anew, with its one clearance.',
    '5.2.1 Table 5-2',
  ),
  unreachable('941', 'error', 'It is for web services; a flat file is decided report by report.', '5.2.1 Table 5-2'),
  unreachable(
    '1197',
    'warning',
    'It takes two incidents on file under one number of an agency, which 056 prevents.',
    '5.2.10',
  ),
];

/** Edits which take what is already on file; the ledger's deciders find those that can be drawn, with their stream at hand. */
export const ledgerEdits: readonly Edit[] = [...Object.values(byCode), ...neverDrawn];

/**
 * The finding of a ledger edit on the first segment of the report that is refused or warned of; `details` are what its
 * words name of the report on file. Throws `RangeError` when the report has no segment: such a report never reaches the
 * ledger.
 */
export function ledgerFinding(
  code: LedgerCode,
  source: SourceReport,
  details: Readonly<Record<string, string>> = {},
): Finding {
  const edit = byCode[code];
  const [target] = source.report.segments;
  if (target === undefined) throw new RangeError(`Edit ${code} was reported of a report without segments.`);
  const element = edit.blames[target.level] ?? 'ori';
  return toFinding({ edit, target, element, details: { ...monthOfZeroReport(target), ...details } }, source);
}

function monthOfZeroReport(segment: Segment): Readonly<Record<string, string>> {
  if (segment.level !== '0') return {};
  return { month: spellDate(`${segment.zeroReportYear}${segment.zeroReportMonth}`) ?? 'this month' };
}
