import type { CountedArrest, Statuses } from './arrests.ts';
import { type Figure, type SuppressionRule, suppress } from './suppress.ts';
import { type ArrestTable, mapTable, tablesOf } from './tables.ts';

/** A figure as it is published: a count, or that there is one which is not told. */
export type PublishedFigure = number | 'suppressed';

export type PublishedTable = ArrestTable<PublishedFigure>;

/** The tables of arrests that may be published, one for each period; see `docs/statistics.md`. */
export function publishedTables(arrests: readonly CountedArrest[], statuses: Statuses): PublishedTable[] {
  return tablesOf(arrests, statuses).map((table) => publish(table, statuses.rule));
}

function publish(table: ArrestTable<number>, rule: SuppressionRule): PublishedTable {
  const figures: Figure[] = [];
  const placed = mapTable(table, (value, place): Figure => {
    const figure = { value, ...place };
    figures.push(figure);
    return figure;
  });
  const suppressed = suppress(figures, rule);
  return mapTable(placed, (figure) => (suppressed.has(figure) ? 'suppressed' : figure.value));
}
