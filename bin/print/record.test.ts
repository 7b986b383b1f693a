import { describe, expect, test } from 'vitest';
import { excerpt } from './record.ts';

const offender = '00465I092026    MO0010100260900001   01XXMWN';

describe('excerpt', () => {
  test('puts carets under the columns', () => {
    const { line, carets } = excerpt(offender, [40, 41], 80);
    expect(line).toBe(offender);
    expect(carets).toBe(`${' '.repeat(39)}^^`);
    expect(line.slice(39, 41)).toBe(offender.slice(39, 41));
  });

  test('cuts a long record to a window around the columns', () => {
    const text = `03073I${'a'.repeat(194)}XY${'b'.repeat(105)}`;
    const { line, carets = '' } = excerpt(text, [201, 202], 60);
    expect(line).toHaveLength(60);
    expect(line.startsWith('…')).toBe(true);
    expect(line.endsWith('…')).toBe(true);
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('XY');
  });

  test('shows a place beyond the end of a short record as blanks', () => {
    const { line, carets } = excerpt('00465I', [8, 9], 40);
    expect(line).toBe('00465I   ');
    expect(carets).toBe('       ^^');
  });

  test('has no carets where the finding has no place, and cuts at the right', () => {
    expect(excerpt(offender, undefined, 10)).toEqual({ line: '00465I092…', carets: undefined });
  });

  test('never gives more than the width, however wide the place is', () => {
    const { line, carets = '' } = excerpt('0'.repeat(4) + '4'.repeat(300), [5, 290], 50);
    expect(line.length).toBeLessThanOrEqual(50);
    expect(carets.length).toBeLessThanOrEqual(50);
  });
});
