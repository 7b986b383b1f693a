import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ListedFinding } from './filter.ts';
import { groupsOf } from './groups.ts';

let ids = 0;

function finding(given: Partial<ListedFinding>): ListedFinding {
  ids += 1;
  return {
    id: `0-${ids}`,
    submission: 'a'.repeat(32),
    fileName: 'october.txt',
    uploadedBy: null,
    period: '2026-10',
    source: 'repository',
    code: '401',
    severity: 'error',
    segment: '4',
    ori: 'MO0010000',
    report: '26-1',
    element: '26',
    elementName: 'Age of victim',
    message: 'The age is missing.',
    hint: 'Report it.',
    settlement: null,
    ...given,
  };
}

it('puts the findings of a report together, errors first', () => {
  const list = [
    finding({ severity: 'warning', record: 1 }),
    finding({ record: 9 }),
    finding({ report: '26-2' }),
    finding({ report: '26-2', submission: 'b'.repeat(32) }),
  ];
  const groups = groupsOf(list, undefined);
  expect(groups.map(({ findings }) => findings.length)).toEqual([2, 1, 1]);
  expect(groups[0]?.findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
});

it('puts the findings of a number together where they are sorted by it', () => {
  const list = [finding({ code: '065' }), finding({ report: '26-2', code: '065' }), finding({ code: '401' })];
  expect(groupsOf(list, 'code').map(({ key, findings }) => [key, findings.length])).toEqual([
    ['065', 2],
    ['401', 1],
  ]);
});

it('loses and repeats nothing', () => {
  const any = fc.record({
    report: fc.constantFrom('1', '2', '3'),
    code: fc.constantFrom('065', '401'),
    severity: fc.constantFrom('error' as const, 'warning' as const),
  });
  fc.assert(
    fc.property(fc.array(any), fc.constantFrom(undefined, 'code', 'severity'), (given, sort) => {
      const list = given.map(finding);
      const grouped = groupsOf(list, sort).flatMap(({ findings }) => findings.map(({ id }) => id));
      expect(grouped.toSorted()).toEqual(list.map(({ id }) => id).toSorted());
    }),
  );
});
