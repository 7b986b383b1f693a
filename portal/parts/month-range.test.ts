import { expect, it } from 'vitest';
import { beginningsOf, monthsUntil, rangeIn } from './month-range.ts';

const now = new Date('2026-11-22T10:00:00Z');

it('is the last twelve months that are over, unless others are asked for', () => {
  expect(rangeIn({}, now)).toEqual({ from: '2025-11', to: '2026-10' });
  expect(rangeIn({ from: '2026-03', to: '2026-05' }, now)).toEqual({ from: '2026-03', to: '2026-05' });
  expect(rangeIn({ to: '2026-05' }, now)).toEqual({ from: '2025-06', to: '2026-05' });
});

it('is never one that the API refuses', () => {
  expect(rangeIn({ from: '2020-01', to: '2026-05' }, now)).toEqual({ from: '2025-06', to: '2026-05' });
  expect(rangeIn({ from: '2026-07', to: '2026-05' }, now)).toEqual({ from: '2025-06', to: '2026-05' });
  expect(rangeIn({ to: 'whenever' }, now)).toEqual({ from: '2025-11', to: '2026-10' });
});

it('begins where 24 months are left at most', () => {
  const beginnings = beginningsOf('2026-05');
  expect([beginnings.length, beginnings[0], beginnings.at(-1)]).toEqual([24, '2026-05', '2024-06']);
});

it('offers the month that is not over first', () => {
  expect(monthsUntil(now).slice(0, 2)).toEqual(['2026-11', '2026-10']);
});
