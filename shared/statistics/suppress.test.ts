import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../errors.ts';
import { type Figure, type SuppressionRule, standardRule, suppress } from './suppress.ts';

/** A table with its totals: rows of cells, then what they add up to. */
interface Table {
  cells: Figure[][];
  rows: Figure[];
  columns: Figure[];
  grand: Figure;
  all: Figure[];
}

function tableOf(values: readonly (readonly number[])[], totalsAreKnown = false): Table {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
  const figure = (from: string, to: string, value: number, known = false): Figure => ({ from, to, value, known });
  const cells = values.map((row, r) => row.map((value, c) => figure(`row ${r}`, `column ${c}`, value)));
  const rows = values.map((row, r) => figure('all', `row ${r}`, sum(row), totalsAreKnown));
  const columns = (values[0] ?? []).map((_, c) => figure(`column ${c}`, 'end', sum(values.map((row) => row[c] ?? 0))));
  const grand = figure('end', 'all', sum(values.flat()), totalsAreKnown);
  return { cells, rows, columns, grand, all: [...cells.flat(), ...rows, ...columns, grand] };
}

/** The cells of every table up to `limit` in each cell that agrees with what is published: by trying them all. */
function* tablesLike(table: Table, published: ReadonlySet<Figure>, limit: number): Generator<number[][]> {
  const { cells, rows, columns, grand } = table;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
  const agrees = (figure: Figure, value: number) => !published.has(figure) || figure.value === value;
  const candidatesOf = (r: number, c = 0): number[][] => {
    const figure = cells[r]![c];
    if (!figure) return [[]];
    const values = published.has(figure) ? [figure.value] : Array.from({ length: limit + 1 }, (_, value) => value);
    const rest = candidatesOf(r, c + 1);
    return values.flatMap((value) => rest.map((others) => [value, ...others]));
  };
  const rowCandidates = cells.map((_, r) => candidatesOf(r).filter((row) => agrees(rows[r]!, sum(row))));
  function* from(chosen: number[][]): Generator<number[][]> {
    const next = rowCandidates[chosen.length];
    if (next) for (const row of next) yield* from([...chosen, row]);
    else if (
      columns.every((figure, c) => agrees(figure, sum(chosen.map((row) => row[c]!)))) &&
      agrees(grand, sum(chosen.flat()))
    ) {
      yield chosen;
    }
  }
  yield* from([]);
}

/** The values that each figure has in some table like it. */
function possibleValues(table: Table, published: ReadonlySet<Figure>, limit: number): Map<Figure, Set<number>> {
  const possible = new Map(table.all.map((figure) => [figure, new Set<number>()]));
  for (const cells of tablesLike(table, published, limit)) {
    const tried = tableOf(cells).all;
    for (const [index, figure] of table.all.entries()) possible.get(figure)?.add(tried[index]!.value);
  }
  return possible;
}

function published({ all }: Table, suppressed: ReadonlySet<Figure>): Set<Figure> {
  return new Set(all.filter((figure) => !suppressed.has(figure)));
}

const rule: SuppressionRule = { threshold: 3, width: 3, zeros: false };

const smallTables = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

const rules = fc.record({ threshold: fc.integer({ min: 1, max: 3 }), width: fc.constant(3), zeros: fc.boolean() });

function isSmall({ value }: Figure, { threshold, zeros }: SuppressionRule): boolean {
  return value < threshold && (value > 0 || zeros);
}

describe('what is published', () => {
  it('leaves every small figure anything from 0 to the width, and other suppressed ones as many values', () => {
    fc.assert(
      fc.property(smallTables, rules, (values, someRule) => {
        const table = tableOf(values);
        const suppressed = suppress(table.all, someRule);
        const possible = possibleValues(table, published(table, suppressed), 9);
        for (const figure of suppressed) {
          const found = possible.get(figure) ?? new Set();
          const least = isSmall(figure, someRule) ? 0 : Math.min(...found);
          for (let value = least; value <= least + someRule.width; value++) expect(found).toContain(value);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves that also to who knows the totals, as far as they leave a choice', () => {
    fc.assert(
      fc.property(smallTables, rules, (values, someRule) => {
        const table = tableOf(values, true);
        const { rows, columns, cells, grand, all } = table;
        const suppressed = suppress(all, someRule);
        const known = new Set([...published(table, suppressed), ...rows, grand]);
        const possible = possibleValues(table, known, 9);
        for (const figure of [...cells.flat(), ...columns].filter((candidate) => suppressed.has(candidate))) {
          const found = possible.get(figure) ?? new Set();
          const row = rows[cells.findIndex((candidates) => candidates.includes(figure))] ?? grand;
          // A table of one column has no choice at all.
          const most = columns.length === 1 ? 0 : Math.min(someRule.width, row.value);
          const least = isSmall(figure, someRule) && columns.length > 1 ? 0 : Math.min(...found);
          for (let value = least; value <= least + most; value++) expect(found).toContain(value);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has no small figure, and only small figures are a reason to suppress', () => {
    fc.assert(
      fc.property(smallTables, rules, (values, someRule) => {
        const { all } = tableOf(values);
        const suppressed = suppress(all, someRule);
        const small = all.filter((figure) => isSmall(figure, someRule));
        expect(small.filter((figure) => !suppressed.has(figure))).toEqual([]);
        if (small.length === 0) expect(suppressed.size).toBe(0);
      }),
    );
  });

  it('is the same for the same figures', () => {
    fc.assert(
      fc.property(smallTables, (values) => {
        const places = (table: Table) => {
          const suppressed = suppress(table.all, rule);
          return table.all.map((figure) => suppressed.has(figure));
        };
        expect(places(tableOf(values))).toEqual(places(tableOf(values)));
      }),
    );
  });
});

/** The table as it would be printed: rows with their totals, then the column totals. */
function printed({ cells, rows, columns, grand, all }: Table, someRule = standardRule): string[] {
  const suppressed = suppress(all, someRule);
  const show = (figures: Figure[]) => figures.map((f) => (suppressed.has(f) ? '*' : f.value)).join(' ');
  return [...cells.map((row, r) => `${show(row)} | ${show([rows[r]!])}`), `${show(columns)} | ${show([grand])}`];
}

describe('suppression', () => {
  it('takes the cheapest cells along, as in docs/statistics.md', () => {
    const values = [
      [40, 3, 30],
      [20, 12, 9],
      [50, 60, 70],
    ];
    expect(printed(tableOf(values))).toEqual(['40 * * | 73', '20 * * | 41', '50 60 70 | 180', '110 75 109 | 294']);
  });

  it('leaves zeros alone where something else will do', () => {
    expect(
      printed(
        tableOf([
          [3, 0, 80],
          [0, 70, 90],
          [60, 0, 75],
        ]),
      ),
    ).toEqual(['* 0 * | 83', '0 70 90 | 160', '* 0 * | 135', '63 70 245 | 378']);
  });

  it('counts what is at the threshold as large', () => {
    expect(
      printed(
        tableOf([
          [5, 9],
          [8, 7],
        ]),
      ),
    ).toEqual(['5 9 | 14', '8 7 | 15', '13 16 | 29']);
  });

  it('takes a zero along where a known total leaves nothing else', () => {
    const values = [
      [2, 0, 0],
      [60, 70, 80],
    ];
    expect(printed(tableOf(values))[0]).toBe('* 0 0 | *');
    expect(printed(tableOf(values, true))[0]).toBe('* * 0 | *');
  });

  it('suppresses a table of few altogether', () => {
    expect(printed(tableOf([[1, 1]]))).toEqual(['* * | *', '* * | *']);
  });

  it('suppresses zeros where the rule says so', () => {
    expect(
      printed(
        tableOf([
          [0, 9, 8],
          [8, 7, 9],
          [6, 6, 6],
        ]),
        { ...standardRule, zeros: true },
      )[0],
    ).toMatch(/^\* /);
  });

  it('does not ask for more where up and down together are enough', () => {
    const values = [
      [4, 10, 6],
      [4, 12, 20],
      [30, 30, 12],
    ];
    expect(printed(tableOf(values)).slice(0, 3)).toEqual(['* * 6 | 20', '* * 20 | 36', '30 30 12 | 72']);
  });

  it('protects further where more width is asked for', () => {
    const values = [
      [4, 8, 50],
      [8, 8, 60],
      [90, 80, 70],
    ];
    const count = (width: number) => suppress(tableOf(values).all, { ...standardRule, width }).size;
    expect(count(5)).toBe(4);
    expect(count(30)).toBeGreaterThan(4);
  });

  it.each([{ threshold: 0 }, { threshold: 2.5 }, { width: 4 }])('has no rule with %j', (part) => {
    expect(() => suppress([], { ...standardRule, ...part })).toThrow(UsageError);
  });
});
