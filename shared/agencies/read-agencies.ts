import { UsageError } from '../errors.ts';
import type { Agency } from '../nibrs/edits/index.ts';
import { type Cell, readCsv } from '../read-csv.ts';
import { type AgencyEntry, agencyColumns, editFacts, readEntry, withEntry } from './facts.ts';

/**
 * The agencies of a CSV text by ORI, as the edits ask for them. Throws as `readAgencyList`.
 */
export function readAgencies(csv: string, file: string): ReadonlyMap<string, Agency> {
  return new Map(readAgencyList(csv, file).map((entry) => [entry.ori, editFacts(withEntry(undefined, entry))]));
}

/**
 * What a CSV text says of agencies. Its first row names the columns, those of `agencyColumns` in any order; an empty cell
 * is a fact that is not known. `file` is what messages call the text. Throws `UsageError` with every place that is wrong.
 */
export function readAgencyList(csv: string, file: string): AgencyEntry[] {
  const [header = [], ...rows] = readCsv(csv, file);
  demandColumns(header, file);
  const problems: string[] = [];
  const entries = new Map<string, AgencyEntry>();
  for (const row of rows) {
    const read = readRow(header, row);
    const found = Array.isArray(read) ? read : repetitionOf(read, entries);
    problems.push(...found.map((problem) => `${file}, line ${row[0]?.line}, ${problem}.`));
    if (!Array.isArray(read)) entries.set(read.ori, read);
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return [...entries.values()];
}

function demandColumns(header: readonly Cell[], file: string): void {
  const names = header.map(({ text }) => text);
  const [wrong] = header.filter(({ text }, index) => !agencyColumns.includes(text) || names.indexOf(text) < index);
  if (names.includes('ori') && wrong === undefined) return;
  const what = wrong ? `column "${wrong.text}" is unknown or there twice` : 'there is no column "ori"';
  throw new UsageError(
    `${file}, line ${header[0]?.line ?? 1}: ${what}. The first row names the columns: ${agencyColumns.join(', ')}.`,
  );
}

function readRow(header: readonly Cell[], row: readonly Cell[]): AgencyEntry | string[] {
  if (row.length !== header.length) return [`it has ${row.length} cells, and the first row ${header.length}`];
  return readEntry(header.map(({ text }, index) => [text, row[index]?.text ?? ''] as const));
}

function repetitionOf({ ori }: AgencyEntry, entries: ReadonlyMap<string, AgencyEntry>): string[] {
  return entries.has(ori) ? [`ori: "${ori}" stands in the list twice`] : [];
}
