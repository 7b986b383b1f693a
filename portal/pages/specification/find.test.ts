import { expect, it } from 'vitest';
import { finding } from './find.ts';

const items = ['065 Age of victim', '401 Age of offender', '404 Type of injury'];

it('finds what has all the words, in any order and case', () => {
  expect(finding(items, 'AGE  vic', (item) => item)).toEqual(['065 Age of victim']);
  expect(finding(items, 'age', (item) => item)).toHaveLength(2);
  expect(finding(items, '  ', (item) => item)).toEqual(items);
  expect(finding(items, 'age 404', (item) => item)).toEqual([]);
});
