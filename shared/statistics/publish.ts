import { z } from 'zod';
import type { OffenseCategory } from '../nibrs/codes/index.ts';
import type { CountedArrest, Statuses } from './arrests.ts';
import { type Figure, type SuppressionRule, suppress } from './suppress.ts';
import { type ArrestTable, mapTable, tablesOf } from './tables.ts';

/** A figure as it is published: a count, or that there is one which is not told. */
export type PublishedFigure = number | 'suppressed';

export type PublishedTable = ArrestTable<PublishedFigure>;

const figure = z.union([z.int().nonnegative(), z.literal('suppressed')]);
const completeness = z.object({ asked: figure, determined: figure, notDetermined: figure, missing: figure });
const statusRow = completeness.extend({ byStatus: z.array(figure) });

/** A published table as JSON. */
export const publishedTable = z.object({
  period: z.string(),
  categories: z.array(statusRow.extend({ category: z.custom<OffenseCategory>((value) => typeof value === 'string') })),
  agencies: z.array(completeness.extend({ ori: z.string() })),
  total: statusRow,
}) satisfies z.ZodType<PublishedTable>;

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
