import { expect, test } from 'vitest';
import { count, counted } from '../../shared/count-words.ts';
import { table } from './table.ts';

test('columns are as wide as their widest cell', () => {
  const lines = table([{ title: 'n', align: 'right' }, { title: 'name' }], [['1', 'a'], ['1,000', 'longest'], ['2']]);
  expect(lines).toEqual(['    n  name', '    1  a', '1,000  longest', '    2']);
});

test('a cell that is too wide, or has lines, goes on below', () => {
  const columns = [{ title: 'code' }, { title: 'says', width: 9 }, { title: 'x' }];
  expect(table(columns, [['1', 'one two three\n(four)', 'y']])).toEqual([
    'code  says     x',
    '1     one two  y',
    '      three',
    '      (four)',
  ]);
});

test('counts are written as people read them', () => {
  expect([count(1234), counted(1, 'report'), counted(2000, 'report')]).toEqual(['1,234', '1 report', '2,000 reports']);
});
