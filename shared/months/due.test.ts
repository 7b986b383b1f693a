import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysLate, dueDate } from './due.ts';

it.each([
  ['2026-09', 10, '2026-10-10'],
  ['2026-12', 10, '2027-01-10'],
  ['2026-01', 31, '2026-02-28'],
  ['2024-01', 31, '2024-02-29'],
])('%s is due on the %i of the next month: %s', (period, dueDay, due) => {
  expect(dueDate(period, { dueDay })).toBe(due);
});

it.each([
  ['2026-10-10T23:59:59.999Z', 0],
  ['2026-10-11T00:00:00.000Z', 1],
  ['2026-11-10', 31],
  ['2026-09-30', 0],
])('reported at %s, September is %i days late', (at, days) => {
  expect(daysLate('2026-09', at, { dueDay: 10 })).toBe(days);
});

it('the days late grow by one each day after the due day', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.integer({ min: 1, max: 31 }), (days, dueDay) => {
      const due = Date.parse(dueDate('2026-01', { dueDay }));
      const at = new Date(due + days * 86_400_000).toISOString();
      expect(daysLate('2026-01', at, { dueDay })).toBe(days);
    }),
  );
});
