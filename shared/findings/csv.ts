import { csvRow } from '../csv-row.ts';
import { findingCells, findingColumns } from '../intake/finding-line.ts';
import type { FoundFinding } from './found.ts';

/** The columns of `nibrs validate --format csv`, and what is known besides of a finding that is stored. */
const columns = [...findingColumns, 'source', 'status', 'settled_by', 'reason', 'period', 'submission'];

/** Findings as CSV (RFC 4180), in which no spreadsheet finds a formula. */
export function findingsCsv(items: readonly FoundFinding[]): string {
  return [columns, ...items.map(cellsOf)].map((cells) => `${csvRow(cells)}\r\n`).join('');
}

function cellsOf({ upload, finding, source, settlement, period, submission }: FoundFinding) {
  const { as = 'open', by = null, reason = null } = settlement ?? {};
  return [...findingCells(upload.fileName, finding), source, as, by, reason, period, submission];
}
