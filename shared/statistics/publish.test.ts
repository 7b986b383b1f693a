import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidMessageError, UsageError } from '../errors.ts';
import type { OffenseCategory } from '../nibrs/codes/index.ts';
import type { StateElement } from '../state/declaration.ts';
import { declareProfile } from '../state/declare-profile.ts';
import { type CountedArrest, isCountable, type Statuses, statusesOf } from './arrests.ts';
import { type PublishedFigure, publishedTables } from './publish.ts';
import { standardRule } from './suppress.ts';
import { type ArrestTable, type Completeness, type StatusRow, tablesOf } from './tables.ts';

const statuses: Statuses = {
  title: 'Status of the arrestee',
  determined: { A: 'first', B: 'second' },
  notDetermined: 'X',
  rule: { threshold: 3, width: 3, zeros: false },
};

function arrest(change: Partial<CountedArrest> = {}): CountedArrest {
  return { ori: 'MO0100000', period: '2026-09', category: 'Robbery', status: 'A', ...change };
}

function times(count: number, change: Partial<CountedArrest>): CountedArrest[] {
  return Array.from({ length: count }, () => arrest(change));
}

/** Every figure of a table by a name of its own. */
function figuresOf<Figure>({ categories, agencies, total }: ArrestTable<Figure>): Map<string, Figure> {
  const completeness = (name: string, row: Completeness<Figure>): [string, Figure][] => [
    [`${name} asked`, row.asked],
    [`${name} determined`, row.determined],
    [`${name} notDetermined`, row.notDetermined],
    [`${name} missing`, row.missing],
  ];
  const byStatus = (name: string, row: StatusRow<Figure>): [string, Figure][] =>
    row.byStatus.map((figure, status) => [`${name} ${status}`, figure]);
  return new Map([
    ...categories.flatMap((row) => [...completeness(row.category, row), ...byStatus(row.category, row)]),
    ...agencies.flatMap((row) => completeness(row.ori, row)),
    ...completeness('total', total),
    ...byStatus('total', total),
  ]);
}

/** Every sum of a table, as a reader of the publication finds them: the total, then its parts. */
function sumsOf({ categories, agencies }: ArrestTable<unknown>): string[][] {
  const rows = [...categories.map(({ category }) => category), ...agencies.map(({ ori }) => ori), 'total'];
  const columns = ['asked', 'determined', 'notDetermined', 'missing'];
  return [
    ...rows.map((row) => columns.map((column) => `${row} ${column}`)),
    ...['total', ...categories.map(({ category }) => category)].map((row) => [
      `${row} determined`,
      `${row} 0`,
      `${row} 1`,
    ]),
    ...[...columns, '0', '1'].map((column) =>
      [{ category: 'total' }, ...categories].map(({ category }) => `${category} ${column}`),
    ),
    ...columns.map((column) => [`total ${column}`, ...agencies.map(({ ori }) => `${ori} ${column}`)]),
  ];
}

type Range = readonly [least: number, most: number];

/** Whether the sums can all hold with every figure in its range: narrows the ranges, then tries every value of one. */
function canHold(sums: readonly string[][], given: ReadonlyMap<string, Range>): boolean {
  const ranges = new Map(given);
  for (let changed = true; changed; ) {
    changed = false;
    for (const sum of sums) {
      for (const [index, name] of sum.entries()) {
        const [least, most] = ranges.get(name)!;
        const others = sum.map((other) => ranges.get(other)!).filter((_, other) => other !== index && other !== 0);
        const [total, ...parts] = index === 0 ? [[0, 0] as Range, ...others] : [ranges.get(sum[0]!)!, ...others];
        const sumOf = (end: 0 | 1) => parts.reduce((result, range) => result + range[end], 0);
        const low = Math.max(least, index === 0 ? sumOf(0) : total![0] - sumOf(1));
        const high = Math.min(most, index === 0 ? sumOf(1) : total![1] - sumOf(0));
        if (low > high) return false;
        if (low === least && high === most) continue;
        ranges.set(name, [low, high]);
        changed = true;
      }
    }
  }
  const open = [...ranges].find(([, [least, most]]) => least < most);
  if (!open) return true;
  const [name, [least, most]] = open;
  for (let value = least; value <= most; value++) {
    if (canHold(sums, new Map(ranges).set(name, [value, value]))) return true;
  }
  return false;
}

const someArrests = fc
  .array(
    fc.tuple(
      fc.record({
        ori: fc.constantFrom('MO0100000', 'MO0200000'),
        period: fc.constant('2026-09'),
        category: fc.constantFrom<OffenseCategory>('Robbery', 'Arson', 'Bribery'),
        status: fc.constantFrom('A', 'A', 'B', 'X', undefined),
      }),
      fc.integer({ min: 1, max: 7 }),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((groups) => groups.flatMap(([group, count]) => times(count, group)));

describe('published tables', () => {
  it.each([
    ['nobody else knows more', false],
    ['people know how many arrests there were', true],
  ])('leave every suppressed figure its values when %s, by category and agency together', (_, asked) => {
    fc.assert(
      fc.property(someArrests, (arrests) => {
        const { threshold, width } = statuses.rule;
        const [truth] = tablesOf(arrests, statuses).map(figuresOf);
        const [whole] = publishedTables(arrests, statuses);
        // Rows of published zeros take no part in the sums, only time.
        const table = { ...whole!, categories: whole!.categories.filter(({ asked: arrested }) => arrested !== 0) };
        const sums = sumsOf(table);
        const isKnown = (name: string, figure: PublishedFigure) =>
          figure !== 'suppressed' || (asked && name.endsWith('asked'));
        const ranges = new Map(
          [...figuresOf(table)].map(([name, figure]): [string, Range] => {
            const value = truth!.get(name)!;
            return [name, isKnown(name, figure) ? [value, value] : [Math.max(0, value - width), value + width]];
          }),
        );
        for (const [name, figure] of figuresOf(table)) {
          if (isKnown(name, figure)) continue;
          const value = truth!.get(name)!;
          const most = asked ? Math.min(width, truth!.get(name.replace(/ \w+$/, ' asked'))!) : width;
          const isPossible = (other: number) => canHold(sums, new Map(ranges).set(name, [other, other]));
          const small = value > 0 && value < threshold;
          const candidates = small
            ? Array.from({ length: most + 1 }, (_, other) => other)
            : Array.from({ length: 2 * width + 1 }, (_, other) => value - width + other).filter((other) => other >= 0);
          const possible = candidates.filter(isPossible).length;
          expect(possible, name).toBeGreaterThanOrEqual(most + 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same in whatever order the arrests come', () => {
    fc.assert(
      fc.property(
        someArrests.chain((arrests) =>
          fc.tuple(
            fc.constant(arrests),
            fc.shuffledSubarray(arrests, { minLength: arrests.length, maxLength: arrests.length }),
          ),
        ),
        ([arrests, shuffled]) => {
          expect(publishedTables(shuffled, statuses)).toEqual(publishedTables(arrests, statuses));
        },
      ),
    );
  });

  it('hold what was counted where nothing is small', () => {
    const arrests = [
      ...times(7, { status: 'A' }),
      ...times(6, { status: 'B', ori: 'MO0200000' }),
      ...times(5, { status: 'X' }),
      ...times(4, { status: undefined, category: 'Arson', ori: 'MO0200000' }),
    ];
    const [table] = publishedTables(arrests, statuses);
    expect(table?.categories.filter(({ asked }) => asked !== 0)).toEqual([
      { category: 'Arson', asked: 4, determined: 0, notDetermined: 0, missing: 4, byStatus: [0, 0] },
      { category: 'Robbery', asked: 18, determined: 13, notDetermined: 5, missing: 0, byStatus: [7, 6] },
    ]);
    expect(table?.agencies).toEqual([
      { ori: 'MO0100000', asked: 12, determined: 7, notDetermined: 5, missing: 0 },
      { ori: 'MO0200000', asked: 10, determined: 6, notDetermined: 0, missing: 4 },
    ]);
    expect(table?.total).toEqual({ asked: 22, determined: 13, notDetermined: 5, missing: 4, byStatus: [7, 6] });
  });

  it('are one for each period, all with the same agencies', () => {
    const tables = publishedTables([arrest(), ...times(9, { period: '2026-08', ori: 'MO0200000' })], statuses);
    expect(tables.map(({ period, agencies }) => [period, agencies.map(({ ori }) => ori)])).toEqual([
      ['2026-08', ['MO0100000', 'MO0200000']],
      ['2026-09', ['MO0100000', 'MO0200000']],
    ]);
    expect(tables[0]?.agencies[0]?.asked).toBe(0);
    expect(tables[1]?.total.asked).toBe('suppressed');
  });

  it.each([{ ori: 'not an ORI' }, { period: '2026-13' }, { status: 'SECRET' }, { category: 'Runaway' as const }])(
    'refuse %j, and do not repeat it',
    (change) => {
      const counted = () => publishedTables([arrest(change)], statuses);
      expect(counted).toThrow(InvalidMessageError);
      expect(counted).not.toThrow(new RegExp(Object.values(change).join()));
    },
  );
});

/** An element declared with what every one of them needs, and a change. */
function declared(change: Partial<StateElement>): StateElement {
  const { elements } = declareProfile({
    state: 'MO',
    title: 'A profile',
    version: '1',
    history: [{ version: '1', date: '2026-01-01', changes: ['First version.'] }],
    effective: '2026-01',
    elements: [
      {
        id: 'MO-3',
        title: 'Status of the arrestee',
        definition: 'A status.',
        describes: 'arrestee',
        format: { kind: 'codes', codes: { A: 'first', X: 'not determined', B: 'second' }, notDetermined: 'X' },
        obligation: { kind: 'optional' },
        legalAuthority: 'A law',
        sensitivity: 'restricted',
        publicRelease: { kind: 'counts', smallestCell: 10 },
        carriers: { supplement: true },
      },
    ],
    segments: [],
  });
  return { ...elements[0]!, ...change };
}

describe('a declared element', () => {
  it('says by what to count, and from where on counts are published', () => {
    expect(isCountable(declared({}))).toBe(true);
    expect(statusesOf(declared({}))).toEqual({
      title: 'Status of the arrestee',
      determined: { A: 'first', B: 'second' },
      notDetermined: 'X',
      rule: { ...standardRule, threshold: 10, width: 10 },
    });
  });

  it.each<Partial<StateElement>>([
    { describes: 'offender' },
    { format: { kind: 'date' } },
    { format: { kind: 'codes', codes: { A: 'first' } } },
    { publicRelease: { kind: 'never' } },
  ])('cannot be counted by with %j', (change) => {
    expect(isCountable(declared(change))).toBe(false);
    expect(() => statusesOf(declared(change))).toThrow(UsageError);
  });
});
