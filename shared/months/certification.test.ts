import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Criterion, certification, federalCriterion, isKept, type MonthOfReports } from './certification.ts';
import { periodsBetween } from './matrix.ts';

const periods = periodsBetween('2020-01', '2029-12');

/** Months in a row: a rate in percent, `z` for a zero report, `-` for none at all. */
function monthsOf(...said: (number | 'z' | '-')[]): MonthOfReports[] {
  return said.map((what, index) => {
    const period = periods[index]!;
    if (what === 'z') return { period, kind: 'zero' };
    return what === '-' ? { period, kind: 'missing' } : { period, kind: 'reports', submitted: 100, rejected: what };
  });
}

const followed = (...said: (number | 'z' | '-')[]) => certification(monthsOf(...said), federalCriterion);

describe('4% or less in three submissions one after the other is', () => {
  it.each<[string, (number | 'z' | '-')[], unknown]>([
    ['not met by two', [4, 4], { standing: 'not yet', run: 2, changes: [] }],
    ['met by the third', [9, 4, 0, 4], { standing: 'met', run: 3, changes: [{ period: '2020-04', became: 'met' }] }],
    ['not met when one is above', [4, 5, 4, 4], { standing: 'not yet', run: 2 }],
    ['met over zero reports', [4, 'z', 4, 'z', 'z', 4], { standing: 'met', changes: [{ period: '2020-06' }] }],
    ['not met over a month without a report', [4, 4, '-', 4], { standing: 'not yet', run: 1 }],
    ['not lost by a month without a report', [1, 1, 1, '-'], { standing: 'met', run: 0 }],
    [
      'lost by one above, and met again by three',
      [1, 1, 1, 1, 5, 1, 1, 1],
      {
        standing: 'met',
        changes: [
          { period: '2020-03', became: 'met' },
          { period: '2020-05', became: 'lost' },
          { period: '2020-08', became: 'met' },
        ],
      },
    ],
  ])('%s', (_, said, expected) => {
    expect(followed(...said)).toMatchObject(expected as object);
  });

  it('met exactly at the threshold, and not a report above it', () => {
    expect(isKept({ submitted: 25, rejected: 1 }, federalCriterion)).toBe(true);
    expect(isKept({ submitted: 24, rejected: 1 }, federalCriterion)).toBe(false);
  });
});

const counts = fc.integer({ min: 1, max: 50 }).chain((submitted) =>
  fc.record({
    kind: fc.constant('reports' as const),
    submitted: fc.constant(submitted),
    rejected: fc.nat(submitted),
  }),
);
const kinds = fc.oneof(
  { weight: 6, arbitrary: counts },
  fc.constant({ kind: 'zero' as const }),
  fc.constant({ kind: 'missing' as const }),
);
const histories = fc
  .array(kinds, { maxLength: periods.length })
  .map((months): MonthOfReports[] => months.map((month, index) => ({ period: periods[index]!, ...month })));
const criteria = fc.record({ threshold: fc.integer({ min: 0, max: 60 }), months: fc.integer({ min: 1, max: 5 }) });

/** Whether the submissions up to this month, and this one, are kept to as often in a row as it takes. */
function isRun(months: readonly MonthOfReports[], end: number, criterion: Criterion): boolean {
  const counted = months.slice(0, end + 1).filter(({ kind }) => kind !== 'zero');
  const last = counted.slice(-criterion.months);
  return (
    last.length === criterion.months && last.every((month) => month.kind === 'reports' && isKept(month, criterion))
  );
}

describe('of any history', () => {
  it('the criterion is met where a run is full, lost where a month is above, in turns', () => {
    fc.assert(
      fc.property(histories, criteria, (months, criterion) => {
        const { standing, changes } = certification(months, criterion);
        expect(changes.map(({ became }) => became)).toEqual(changes.map((_, index) => (index % 2 ? 'lost' : 'met')));
        expect(standing).toBe(changes.at(-1)?.became ?? 'not yet');
        for (const { period, became } of changes) {
          const place = months.findIndex((month) => month.period === period);
          const month = months[place]!;
          if (became === 'met') expect(isRun(months, place, criterion)).toBe(true);
          else expect(month.kind === 'reports' && !isKept(month, criterion)).toBe(true);
        }
        const [first] = changes;
        const firstRun = months.find((month, place) => month.kind !== 'zero' && isRun(months, place, criterion));
        expect(first?.period).toBe(firstRun?.period);
      }),
    );
  });

  it('zero reports change nothing', () => {
    fc.assert(
      fc.property(histories, criteria, (months, criterion) => {
        const others = months.filter(({ kind }) => kind !== 'zero');
        expect(certification(months, criterion)).toEqual(certification(others, criterion));
      }),
    );
  });
});
