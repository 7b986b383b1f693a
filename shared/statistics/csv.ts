import { csvRow } from '../csv-row.ts';
import { draftNote, type Finality, final, type Statuses } from './arrests.ts';
import type { PublishedFigure, PublishedTable } from './publish.ts';
import type { Completeness, StatusRow } from './tables.ts';

const suppressedNote =
  '* A small figure, or one from which a small figure could be computed. It is not published; do not read it as zero.';

/** Arrests by category and status, and beside them how complete they are: RFC 4180, a row for each category. */
export function arrestsCsv(
  tables: readonly PublishedTable[],
  { determined }: Pick<Statuses, 'determined'>,
  finality: Finality = final,
): string {
  const header = ['period', 'category', ...Object.values(determined), ...completenessHeader];
  const rows = tables.flatMap(({ period, categories, total }) => [
    ...categories.map((row) => [period, row.category, ...statusFigures(row)]),
    [period, 'All categories', ...statusFigures(total)],
  ]);
  return csvOf(header, rows, finality);
}

/** How complete the reports of each agency are: RFC 4180, a row for each. */
export function completenessCsv(tables: readonly PublishedTable[], finality: Finality = final): string {
  const rows = tables.flatMap(({ period, agencies, total }) => [
    ...agencies.map((row) => [period, row.ori, ...completenessFigures(row)]),
    [period, 'All agencies', ...completenessFigures(total)],
  ]);
  return csvOf(['period', 'agency', ...completenessHeader], rows, finality);
}

const completenessHeader = ['determined', 'not determined', 'missing', 'asked'];

function statusFigures(row: StatusRow<PublishedFigure>): (string | number)[] {
  return [...row.byStatus.map(shown), ...completenessFigures(row)];
}

function completenessFigures(row: Completeness<PublishedFigure>): (string | number)[] {
  return [row.determined, row.notDetermined, row.missing, row.asked].map(shown);
}

function shown(figure: PublishedFigure): string | number {
  return figure === 'suppressed' ? '*' : figure;
}

function csvOf(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  { draft }: Finality,
): string {
  const notes = [suppressedNote, ...(draft ? [draftNote] : [])];
  const noteRows = notes.map((note) => header.map((_, column) => (column === 0 ? note : null)));
  return [header, ...rows, ...noteRows].map((row) => `${csvRow(row)}\r\n`).join('');
}
