import { expect, test } from 'vitest';
import { offenseCategoriesIn, offenseCategory, offenses } from './index.ts';

test('every offense has a category, and no other code has one', () => {
  expect([...offenses.keys()].filter((code) => offenseCategory(code) === undefined)).toEqual([]);
  expect(offenseCategory('23C')).toBe('Larceny/Theft Offenses');
  expect(offenseCategory('90K')).toBe('Bond Default');
  expect(offenseCategory('999')).toBeUndefined();
});

test('a category ends with the last of its offenses', () => {
  expect(offenseCategoriesIn('2020-12')).toContain('Runaway');
  expect(offenseCategoriesIn('2021-01')).not.toContain('Runaway');
  expect(offenseCategoriesIn('2026-09')).toHaveLength(38);
});
