import { compareText } from '../compare.ts';
import { InvalidMessageError } from '../errors.ts';
import { type OffenseCategory, offenseCategoriesIn } from '../nibrs/codes/index.ts';
import { oriPattern, type Period, periodPattern } from '../nibrs/model/index.ts';
import type { CountedArrest, Statuses } from './arrests.ts';

/** How complete a figure is: `asked` = `determined` + `notDetermined` + `missing`. */
export interface Completeness<Figure> {
  /** Arrests that the element is asked of. */
  asked: Figure;
  determined: Figure;
  notDetermined: Figure;
  /** Arrests reported without the element. */
  missing: Figure;
}

/** Arrests by status; the statuses add up to `determined`. */
export interface StatusRow<Figure> extends Completeness<Figure> {
  /** In the order in which the element declares its codes. */
  byStatus: Figure[];
}

export interface CategoryRow<Figure> extends StatusRow<Figure> {
  category: OffenseCategory;
}

export interface AgencyRow<Figure> extends Completeness<Figure> {
  ori: string;
}

/**
 * What is counted of one period: arrests by category and status, and how complete each agency's reports are. `Figure`
 * is a number while it is counted, and may be a suppressed figure once it is published.
 */
export interface ArrestTable<Figure> {
  period: Period;
  categories: CategoryRow<Figure>[];
  agencies: AgencyRow<Figure>[];
  total: StatusRow<Figure>;
}

/** Where a figure comes from and goes to in the sums of a table; see `suppress`. */
export interface Place {
  from: string;
  to: string;
  /** Arrest counts can be had from the FBI's data, where the element's values cannot. */
  known: boolean;
}

/**
 * Counts arrests, one table for each period. A table has every category of its period and every agency of any period,
 * so that no row says by being there that it is not zero. The order of the arrests does not matter.
 * Throws `InvalidMessageError` for an arrest that no row or column is for; the message does not repeat what it held.
 */
export function tablesOf(arrests: readonly CountedArrest[], statuses: Statuses): ArrestTable<number>[] {
  const oris = [...new Set(arrests.map(({ ori }) => ori))].sort(compareText);
  const periods = [...Map.groupBy(arrests, ({ period }) => period)].sort(([a], [b]) => compareText(a, b));
  return periods.map(([period, counted]) => {
    const table = emptyTable(period, statuses, oris);
    const rows = rowsOf(table);
    for (const arrest of counted) count(arrest, rows, statuses);
    return table;
  });
}

/** The same table with other figures. Each is made from the figure before and its place in the sums. */
export function mapTable<Before, After>(
  { period, categories, agencies, total }: ArrestTable<Before>,
  change: (figure: Before, place: Place) => After,
): ArrestTable<After> {
  const between = (from: string, to: string, known = false): Place => ({ from, to, known });
  const completeness = (row: Completeness<Before>, asked: Place, placeOf: (column: string) => Place) => ({
    asked: change(row.asked, asked),
    determined: change(row.determined, placeOf('determined')),
    notDetermined: change(row.notDetermined, placeOf('notDetermined')),
    missing: change(row.missing, placeOf('missing')),
  });
  return {
    period,
    categories: categories.map((row) => ({
      category: row.category,
      ...completeness(row, between('arrests', row.category, true), (column) =>
        column === 'determined'
          ? between(row.category, `${row.category}, determined`)
          : between(row.category, `categories, ${column}`),
      ),
      byStatus: row.byStatus.map((figure, status) =>
        change(figure, between(`${row.category}, determined`, `status ${status}`)),
      ),
    })),
    agencies: agencies.map((row) => ({
      ori: row.ori,
      ...completeness(row, between(row.ori, 'end', true), (column) => between(`agencies, ${column}`, row.ori)),
    })),
    total: {
      ...completeness(total, between('end', 'arrests', true), (column) =>
        between(`categories, ${column}`, `agencies, ${column}`),
      ),
      byStatus: total.byStatus.map((figure, status) =>
        change(figure, between(`status ${status}`, 'categories, determined')),
      ),
    },
  };
}

function emptyTable(period: Period, statuses: Statuses, oris: readonly string[]): ArrestTable<number> {
  const none = { asked: 0, determined: 0, notDetermined: 0, missing: 0 };
  const byStatus = Object.keys(statuses.determined).map(() => 0);
  return {
    period,
    categories: offenseCategoriesIn(period).map((category) => ({ category, ...none, byStatus: [...byStatus] })),
    agencies: oris.map((ori) => ({ ori, ...none })),
    total: { ...none, byStatus: [...byStatus] },
  };
}

function rowsOf({ categories, agencies, total }: ArrestTable<number>) {
  return {
    categories: new Map(categories.map((row) => [row.category, row])),
    agencies: new Map(agencies.map((row) => [row.ori, row])),
    total,
  };
}

function count({ ori, period, category, status }: CountedArrest, rows: ReturnType<typeof rowsOf>, statuses: Statuses) {
  const categoryRow = rows.categories.get(category);
  const agencyRow = rows.agencies.get(ori);
  const index = Object.keys(statuses.determined).indexOf(status ?? '');
  const column = columnOf(status, index, statuses);
  if (!periodPattern.test(period) || !oriPattern.test(ori) || !categoryRow || !agencyRow || !column) {
    throw new InvalidMessageError('An arrest to count has a period, ORI, category or status that is none.');
  }
  for (const row of [categoryRow, agencyRow, rows.total]) {
    row.asked += 1;
    row[column] += 1;
  }
  if (column !== 'determined') return;
  for (const { byStatus } of [categoryRow, rows.total]) byStatus[index] = (byStatus[index] ?? 0) + 1;
}

function columnOf(
  status: string | undefined,
  index: number,
  { notDetermined }: Statuses,
): 'determined' | 'notDetermined' | 'missing' | undefined {
  if (status === undefined) return 'missing';
  if (status === notDetermined) return 'notDetermined';
  return index >= 0 ? 'determined' : undefined;
}
