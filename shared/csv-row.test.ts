import { expect, test } from 'vitest';
import { csvRow } from './csv-row.ts';

test('quotes what holds a separator, a quote or a line end, and leaves blank what is null', () => {
  expect(csvRow(['a', 1, null, 'b,c', 'say "d"', 'e\nf', ' g '])).toBe('a,1,,"b,c","say ""d""","e\nf", g ');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('takes the power from the formula %j', (cell) => {
  expect(csvRow([cell]).replace(/^"/, '')).toMatch(/^'/);
});
