import { expect, test } from 'vitest';
import { layouts } from '../flatfile/layouts/index.ts';
import { codeListOf, groupAOffenses, groupBOffenses, isCode, meaning, offenses } from './index.ts';

test('a code is legal from its first to its last period', () => {
  const locations = codeListOf['9'] ?? new Map();
  expect(isCode(locations, '22', '2022-12')).toBe(true);
  expect(isCode(locations, '22', '2023-01')).toBe(false);
  const relationships = codeListOf['35'] ?? new Map();
  expect(isCode(relationships, 'FP', '2024-12')).toBe(false);
  expect(isCode(relationships, 'FP', '2025-01')).toBe(true);
  expect(isCode(relationships, 'SE', '1991-01')).toBe(true);
});

test('a retired code keeps its meaning', () => {
  expect(meaning(offenses, '90I')).toBe('Runaway');
  expect(meaning(offenses, '90Y')).toBeUndefined();
});

test('there are 71 Group A offenses and 10 in Group B today, 22 of them federal', () => {
  const today = [...offenses].filter(([code]) => isCode(offenses, code, '2026-10'));
  expect(groupAOffenses.size).toBe(71);
  expect([...groupBOffenses].filter(([code]) => isCode(groupBOffenses, code, '2026-10'))).toHaveLength(10);
  expect(today.filter(([, { federal }]) => federal)).toHaveLength(22);
});

test('a list belongs to an element of some layout, and its codes fit there', () => {
  const fields = Object.values(layouts).flatMap((layout) => layout.fields);
  for (const [element, list] of Object.entries(codeListOf)) {
    const field = fields.find((candidate) => candidate.element === element);
    for (const code of list.keys()) expect(code.length, `${element} ${code}`).toBeLessThanOrEqual(field?.length ?? 0);
  }
});
