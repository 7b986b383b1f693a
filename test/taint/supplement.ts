import { plainCsvRow } from '../../shared/csv-row.ts';
import type { SubmittedReport } from '../../shared/nibrs/model/index.ts';
import { subjectsOf } from '../../shared/state/described.ts';
import { keyColumns, type StateProfile, supplementColumns } from '../../shared/state/index.ts';
import type { WrongValues } from './wrong-values.ts';

/**
 * Rows of a supplement with one mistake each, about reports that have an arrestee: a wrong value in every element and in
 * every key, a cell too many, a row about a victim, and one about nobody.
 */
export function wrongRows(
  profile: StateProfile,
  reports: readonly SubmittedReport[],
  { marker, misfit }: WrongValues,
): string[] {
  const columns = supplementColumns(profile);
  const rows = columns.flatMap((_, place) => [
    (key: string[]) => [...key, ...columns.map((_, index) => (index === place ? marker() : ''))],
    (key: string[]) => [...key, ...columns.map((_, index) => (index === place ? misfit(1) : ''))],
  ]);
  const keys = keyColumns.map((_, place) => (key: string[]) => [
    ...key.with(place, marker()),
    ...columns.map(() => misfit(1)),
  ]);
  const others = [
    (key: string[]) => [...key, ...columns.map(() => ''), marker()],
    (key: string[]) => [...key.with(2, '001'), ...columns.map(() => marker())],
    (key: string[]) => [...key.with(2, '99'), ...columns.map(() => marker())],
  ];
  const mistakes = [...rows, ...keys, ...others];
  const withArrestee = reports.filter((report) => subjectsOf(report, 'arrestee').length > 0);
  return mistakes.map((mistake, index) => {
    const report = withArrestee[index];
    if (!report) throw new RangeError('No report is left to make a mistake about. Generate more.');
    return plainCsvRow(mistake([report.ori, report.number, '01']));
  });
}
