import { describe, expect, test } from 'vitest';
import { UsageError } from '../../errors.ts';
import { formatFileName, parseFileName } from './file-name.ts';

describe('a file name', () => {
  test.each([
    ['MOUCR0001_20261105_NIBRS_011.txt', { submitter: 'MOUCR0001', date: '20261105', series: 11 }],
    [
      'MOUCR0001_20261105_NIBRS_HATE_CRIME_999.txt',
      { submitter: 'MOUCR0001', date: '20261105', additional: 'HATE_CRIME', series: 999 },
    ],
  ])('%s is read and written', (name, parts) => {
    expect(parseFileName(name)).toEqual({ ok: true, ...parts });
    expect(formatFileName(parts)).toBe(name);
  });

  test.each([
    ['MOUCR0001_20261105_NIBRS_011 (1).txt', 'blank'],
    ['march.txt', 'form'],
    ['MOUCR0001_20261105_NIBRS_011.TXT', 'form'],
    ['MOUCR01_20261105_NIBRS_011.txt', 'submitter'],
    ['MOUCR0001_20261305_NIBRS_011.txt', 'date'],
    ['MOUCR0001_20261105_SRS_011.txt', 'NIBRS'],
    ['MOUCR0001_20261105_NIBRS_11.txt', 'series'],
    ['MOUCR0001_20261105_NIBRS_000.txt', 'series'],
  ])('%s is none, and the reason says why', (name, reason) => {
    expect(parseFileName(name)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  test('that the FBI would not take is not made', () => {
    expect(() => formatFileName({ submitter: 'MOUCR0001', date: '20261105', series: 1000 })).toThrow(UsageError);
    expect(() => formatFileName({ submitter: 'mo', date: '20261105', series: 1 })).toThrow(UsageError);
  });
});
