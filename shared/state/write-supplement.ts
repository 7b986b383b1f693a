import { plainCsvRow } from '../csv-row.ts';
import type { StateProfile } from './declaration.ts';
import type { StateValue } from './state-half.ts';
import { keyColumns, supplementColumns } from './supplement.ts';

/** The cells of a row, in the order of `supplementHeader`. */
export type SupplementCells = readonly string[];

/** The names of all columns that a supplement of the profile can have. */
export function supplementHeader(profile: StateProfile): string[] {
  return [...keyColumns, ...supplementColumns(profile).map(({ name }) => name)];
}

/**
 * What a supplement says of a report by these values, without those that may not come in one: a row for each sequence,
 * which `readSupplement` reads back as the same values.
 */
export function supplementRows(
  profile: StateProfile,
  { ori, number }: { ori: string; number: string },
  values: readonly StateValue[],
): SupplementCells[] {
  const columns = supplementColumns(profile);
  const ids = new Set(columns.map(({ field }) => field.element));
  const carried = values.filter(({ element }) => ids.has(element));
  return [...Map.groupBy(carried, ({ sequence }) => sequence ?? '')].map(([sequence, own]) => {
    const textOf = (element: string, place: number) =>
      own.find((value) => value.element === element && (value.occurrence ?? 1) === place)?.value ?? '';
    return [ori, number, sequence, ...columns.map(({ field, occurrence }) => textOf(field.element, occurrence))];
  });
}

/** The rows as a file. */
export function writeSupplement(profile: StateProfile, rows: readonly SupplementCells[]): string {
  return [supplementHeader(profile), ...rows].map((row) => `${plainCsvRow(row)}\r\n`).join('');
}
