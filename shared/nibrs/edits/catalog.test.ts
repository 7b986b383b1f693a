import { expect, test } from 'vitest';
import { faultInEntry } from '../../../test/edit-cases/check.ts';
import { editCases } from '../../../test/edit-cases/index.ts';
import { checkedEdits, edits } from './catalog.ts';

const codes = new Set(edits.map(({ code }) => code));

test('the catalog has each number once', () => {
  expect(codes.size).toBe(edits.length);
});

test('the catalog says everything about each number', () => {
  expect(edits.map(faultInEntry).filter((fault) => fault !== undefined)).toEqual([]);
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
