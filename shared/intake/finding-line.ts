import { csvRow } from '../csv-row.ts';
import type { Finding } from '../nibrs/finding.ts';
import type { Refusal } from './refusal.ts';

/** One finding as it is printed for programs: exactly these keys, `null` where a finding has no such thing. */
export interface FindingLine {
  file: string;
  record: number | null;
  segment: string;
  ori: string;
  report: string;
  sequence: string | null;
  element: string;
  code: string;
  severity: 'error' | 'warning';
  value: string | null;
  message: string;
  hint: string;
}

/** The keys in their order, which is that of the columns of the CSV. */
export const findingColumns = [
  'file',
  'record',
  'segment',
  'ori',
  'report',
  'sequence',
  'element',
  'code',
  'severity',
  'value',
  'message',
  'hint',
] as const satisfies readonly (keyof FindingLine)[];

/** The header of the CSV, without line end. */
export const findingCsvHeader: string = csvRow(findingColumns);

/** A finding as one line of JSON, without line end. */
export function findingJson(file: string, finding: Finding): string {
  return JSON.stringify(lineOf(file, finding));
}

/** A finding as one row of CSV, without line end. */
export function findingCsv(file: string, finding: Finding): string {
  return csvRow(findingCells(file, finding));
}

/** The cells of a finding, as `findingColumns` names them. */
export function findingCells(file: string, finding: Finding): (string | number | null)[] {
  const line = lineOf(file, finding);
  return findingColumns.map((key) => line[key]);
}

/** A refused file as a finding: an error of the whole file, whose code is the reason. */
export function refusalFinding({ reason, message, hint, record }: Refusal): Finding {
  return {
    code: reason,
    severity: 'error',
    record,
    segment: 'file',
    ori: '',
    report: '',
    element: '',
    elementName: '',
    message,
    hint,
  };
}

function lineOf(file: string, finding: Finding): FindingLine {
  return {
    file,
    record: finding.record ?? null,
    segment: finding.segment,
    ori: finding.ori,
    report: finding.report,
    sequence: finding.sequence ?? null,
    element: finding.element,
    code: finding.code,
    severity: finding.severity,
    value: finding.value ?? null,
    message: finding.message,
    hint: finding.hint,
  };
}
