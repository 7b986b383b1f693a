import { expect, test } from 'vitest';
import { editCases } from '../../../test/edit-cases/index.ts';
import { layouts } from '../flatfile/layouts/index.ts';
import { checkedEdits, edits } from './catalog.ts';

const codes = new Set(edits.map(({ code }) => code));
const elementNumbers = new Set(Object.values(layouts).flatMap(({ fields }) => fields.map(({ element }) => element)));

test('the catalog has each number once', () => {
  expect(codes.size).toBe(edits.length);
});

test.each(edits)('the catalog says everything about $code', (edit) => {
  expect(edit.code).toMatch(/^\d{3,4}$/);
  expect(edit.source).toMatch(/\d\.\d|Appendix|Change/);
  if (edit.status !== 'active') return expect(edit.reason).toMatch(/\w\.$/);
  expect(edit.message).toMatch(/\w.*\.$/);
  expect(edit.hint).toMatch(/\w.*\.$/);
  expect(['element', 'segment', 'report', 'file', 'ledger']).toContain(edit.scope);
  expect(edit.elements).not.toHaveLength(0);
  expect(edit.elements.filter((element) => !elementNumbers.has(element))).toEqual([]);
});

test('the catalog has a case for every edit that is checked', () => {
  const shown = new Set(editCases.map(({ code }) => code));
  expect(checkedEdits.filter(({ code }) => !shown.has(code)).map(({ code }) => code)).toEqual([]);
});

test('the catalog suppresses only what exists', () => {
  const suppressed = checkedEdits.flatMap(({ suppresses = [], suppressesElsewhere = [] }) => [
    ...suppresses,
    ...suppressesElsewhere,
  ]);
  expect(suppressed.filter((code) => !codes.has(code))).toEqual([]);
});
