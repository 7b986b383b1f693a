import { plainCsvRow } from '../../shared/csv-row.ts';
import { keyColumns, type StateProfile, type StateValue, supplementColumns } from '../../shared/state/index.ts';
import type { GeneratedReport } from './reports.ts';

/** The reports without what may come in a supplement, and the rows of a supplement that says it. */
export function moveToSupplement(
  profile: StateProfile,
  reports: readonly GeneratedReport[],
): { reports: GeneratedReport[]; rows: string[] } {
  const ids = new Set(supplementColumns(profile).map(({ field }) => field.element));
  const moved = reports.map(({ report, state }) => {
    const { supplied = [], own = [] } = Object.groupBy(state?.values ?? [], ({ element }) =>
      ids.has(element) ? 'supplied' : 'own',
    );
    const left: GeneratedReport = { report, state: state && own.length > 0 ? { ...state, values: own } : undefined };
    return { left, rows: rowsOf(profile, report, supplied) };
  });
  return { reports: moved.map(({ left }) => left), rows: moved.flatMap(({ rows }) => rows) };
}

/** The line that names the columns. */
export function supplementHeader(profile: StateProfile): string {
  return plainCsvRow([...keyColumns, ...supplementColumns(profile).map(({ name }) => name)]);
}

/** A row for everybody and everything of whom there are values. */
function rowsOf(
  profile: StateProfile,
  { ori, number }: GeneratedReport['report'],
  values: readonly StateValue[],
): string[] {
  return [...Map.groupBy(values, ({ sequence }) => sequence ?? '')].map(([sequence, own]) => {
    const cells = supplementColumns(profile).map(
      (column) =>
        own.find(({ element, occurrence = 1 }) => element === column.field.element && occurrence === column.occurrence)
          ?.value ?? '',
    );
    return plainCsvRow([ori, number, sequence, ...cells]);
  });
}
