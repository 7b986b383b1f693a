import { expect, test } from 'vitest';
import { factsOf, nameOf } from './facts.ts';
import { edits } from './index.ts';

const factsByCode = new Map(edits.map((edit) => [edit.code, factsOf(edit)]));

test.each([
  ['001', '0'],
  ['050', 'structure'],
  ['056', 'structure'],
  ['058', 'structure'],
  ['065', 'structure'],
  ['118', '1'],
  ['404', '4'],
  ['759', '7'],
  ['762', '7'],
  ['1350', '3'],
])('%s belongs to %s', (code, segment) => {
  expect(factsByCode.get(code)?.segment).toBe(segment);
});

test('no braces are left in the words, and each number has words', () => {
  for (const { message, hint, reason } of factsByCode.values()) {
    expect(`${message}${hint}${reason}`).not.toMatch(/[{}]/);
    expect(message ?? reason).toMatch(/\.$/);
  }
});

test('the words name the element where there is one to name', () => {
  expect(factsByCode.get('152')?.message).toBe('Incident hour is …, which is not an hour of the day.');
  expect(factsByCode.get('404')?.message).toBe('The element is …, which is not a valid value.');
  expect(factsByCode.get('207')?.hint).toBe('Leave out …, or leave it alone in the element.');
  expect(factsByCode.get('601')?.message).toContain('the arrestee segment');
});

test('every element of the catalog has a name', () => {
  for (const { elements, segment } of factsByCode.values()) {
    for (const element of elements) expect(nameOf(element, segment)).not.toBe(element);
  }
});

test('an inactive number has its reason and nothing else', () => {
  expect(factsByCode.get('340')).toMatchObject({
    severity: null,
    status: 'inactive',
    scope: null,
    elements: [],
    message: null,
  });
});
