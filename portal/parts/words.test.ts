import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteSize, dayName, lastMonth, monthAfter, monthName, percent, shortMonthName } from './words.ts';

it('writes months and days out', () => {
  expect(monthName('2026-10')).toBe('October 2026');
  expect(shortMonthName('2026-01')).toBe('Jan');
  expect(dayName('2026-11-10')).toBe('November 10, 2026');
});

it('knows the last month that is over', () => {
  expect(lastMonth(new Date('2026-11-01T00:00:00Z'))).toBe('2026-10');
  expect(lastMonth(new Date('2027-01-31T23:00:00Z'))).toBe('2026-12');
});

it('goes as many months back as it goes on', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (months) => {
      expect(monthAfter(monthAfter('2026-10', months), -months)).toBe('2026-10');
    }),
  );
  expect(monthAfter('2026-11', 2)).toBe('2027-01');
});

it('writes rates to a tenth of a percent, and a dash where there is none', () => {
  expect([percent(0.0423), percent(0), percent(1), percent(null)]).toEqual(['4.2%', '0.0%', '100.0%', '–']);
});

it('writes sizes in the unit that fits', () => {
  expect([0, 999, 1000, 1_234_567, 5 * 10 ** 9].map(byteSize)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.00 KB',
    '1.23 MB',
    '5.00 GB',
  ]);
});
