import type { Finding } from '../nibrs/finding.ts';
import { field } from '../nibrs/flatfile/layout.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { Cell } from '../read-csv.ts';
import { supplementRow } from './carrier.ts';
import type { Described, StateProfile } from './declaration.ts';
import { isWellFormed } from './described.ts';
import type { GivenValue } from './obligations.ts';
import { type Place, type RuleName, stateFinding } from './rules.ts';
import {
  type KeyColumn,
  type SourceSupplement,
  type SupplementColumn,
  type SupplementRow,
  supplementColumns,
} from './supplement.ts';
import { brokenRule, stateValueOf } from './value.ts';

/** What the rows of one number say, and what is wrong with them by themselves. A value that is refused is in neither. */
export interface ReadSupplement {
  given: GivenValue[];
  findings: Finding[];
}

/**
 * Reads the rows of one number. `columns` are those of the file, which the profile knows; `period` is the month in which
 * the supplement was sent. A row or value that is wrong is left out, and the others are taken.
 */
export function readSupplement(
  profile: StateProfile,
  columns: readonly string[],
  source: SourceSupplement,
  period: Period,
): ReadSupplement {
  const reader = new RowReader(profile, columns, period);
  for (const row of source.rows) reader.read(source, row);
  return reader;
}

interface ElementCell {
  column: SupplementColumn;
  cell: Cell;
  place: Place;
}

class RowReader implements ReadSupplement {
  readonly given: GivenValue[] = [];
  readonly findings: Finding[] = [];
  readonly #profile: StateProfile;
  readonly #columns: readonly string[];
  readonly #elements: ReadonlyMap<string, SupplementColumn>;
  readonly #period: Period;
  /** Who and what a row has described already. */
  readonly #described = new Set<string>();

  constructor(profile: StateProfile, columns: readonly string[], period: Period) {
    this.#profile = profile;
    this.#columns = columns;
    this.#elements = new Map(supplementColumns(profile).map((column) => [column.name, column]));
    this.#period = period;
  }

  read({ report: { ori, number } }: SourceSupplement, row: SupplementRow): void {
    const { record, cells } = row;
    const place: Place = { ori, number, record, segment: supplementRow('incident') };
    if (cells.length !== this.#columns.length) this.#tell('wrongLength', place);
    else if (ori === '') this.#tell('malformedKey', this.#keyPlace(place, row, 'ori'));
    else if (number === '') this.#tell('malformedKey', this.#keyPlace(place, row, 'report'));
    else for (const [describes, filled] of this.#filled(place, row)) this.#readKind(place, row, describes, filled);
  }

  /** The cells that hold something, by whom or what their elements describe. */
  #filled(place: Place, { record, cells }: SupplementRow): Map<Described, ElementCell[]> {
    const filled = this.#columns.flatMap((name, index) => {
      const [column, cell] = [this.#elements.get(name), cells[index]];
      if (!column || !cell || cell.text === '') return [];
      const { describes } = column.field.declared;
      const at = {
        ...place,
        segment: supplementRow(describes),
        field: column.field,
        cell: cellColumns(cells, index, record),
      };
      return [{ column, cell, place: at }];
    });
    return Map.groupBy(filled, ({ place: { segment } }) => segment.describes);
  }

  /** What a row says of one kind: nothing, unless its sequence names one that no row before has described. */
  #readKind(rowPlace: Place, row: SupplementRow, describes: Described, filled: readonly ElementCell[]): void {
    const place = this.#keyPlace({ ...rowPlace, segment: supplementRow(describes) }, row, 'sequence');
    const sequence = this.#cell(row, 'sequence')?.text || undefined;
    const subject = `${describes} ${sequence ?? ''}`;
    if (!isWellFormed(describes, sequence)) this.#tell('malformedKey', place);
    else if (this.#described.has(subject)) this.#tell('duplicate', { ...place, sequence });
    else for (const one of filled) this.#readValue(one, { ...one.place, sequence, keyCell: place.cell });
    this.#described.add(subject);
  }

  #readValue({ column: { field, occurrence }, cell }: ElementCell, place: Place): void {
    const rule = brokenRule(this.#profile, this.#period, field.declared, cell.text);
    if (rule) this.#tell(rule, place);
    else this.given.push({ value: stateValueOf(field, place.sequence, occurrence, cell.text), place });
  }

  #tell(rule: RuleName, place: Place): void {
    this.findings.push(stateFinding(this.#profile, rule, place));
  }

  #cell({ cells }: SupplementRow, name: KeyColumn): Cell | undefined {
    return cells[this.#columns.indexOf(name)];
  }

  #keyPlace(place: Place, { record, cells }: SupplementRow, name: KeyColumn): Place {
    return { ...place, field: keyFields[name], cell: cellColumns(cells, this.#columns.indexOf(name), record) };
  }
}

/** The key columns as findings name them. */
export const keyFields = {
  ori: field('ori', 'ori', 'ORI', 1, 9),
  report: field('report', 'report', 'Report number', 1, 12),
  sequence: field('sequence', 'sequence', 'Sequence', 1, 6),
} as const satisfies Record<KeyColumn, object>;

/** First and last column of a cell in its row; of a blank one where it would begin. */
function cellColumns(
  cells: readonly Cell[],
  index: number,
  { text }: SupplementRow['record'],
): readonly [number, number] {
  const first = cells[index]?.column ?? 1;
  const next = cells[index + 1]?.column;
  return [first, Math.max(first, next === undefined ? text.length : next - 2)];
}
