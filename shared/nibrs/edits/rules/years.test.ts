import { expect, test } from 'vitest';
import { oldestYearsOf, spellAge, yearsOf, yearsOfVictim } from './years.ts';

test('an exact age says its years', () => {
  expect([yearsOf('01'), yearsOf('27'), yearsOf('99')]).toEqual([1, 27, 99]);
  expect([oldestYearsOf('27'), yearsOfVictim('27')]).toEqual([27, 27]);
});

test('a range says its average without the fraction, and its end', () => {
  expect([yearsOf('1619'), yearsOf('1620'), yearsOf('0102')]).toEqual([17, 18, 1]);
  expect(oldestYearsOf('1619')).toBe(19);
});

test.each([undefined, '00', '0020', '2000', '3020', '2020', '7', 'NB', '253', '25NN', '  30', '25305'])(
  '%s says no years',
  (age) => {
    expect([yearsOf(age), oldestYearsOf(age)]).toEqual([undefined, undefined]);
  },
);

test('a victim may be younger than a year', () => {
  expect(['NN', 'NB', 'BB', '00', undefined].map(yearsOfVictim)).toEqual([0, 0, 0, undefined, undefined]);
});

test('an age is spelled out', () => {
  expect(['07', '1619', 'NB'].map(spellAge)).toEqual(['07', '16 to 19 (on average 17)', 'NB (1 to 6 days old)']);
});
