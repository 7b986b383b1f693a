import { expect, test } from 'vitest';
import type { AgencyAdoption } from '../repository/adoption.ts';
import { adoptionCsv, adoptionJson, adoptionLines } from './adoption.ts';

const element = { element: 'OR-1', title: 'Citizenship of the arrestee' };
const begun: AgencyAdoption = { ori: 'OR0010000', ...element, since: '2026-08', subjects: 1200, given: 900 };
const waiting: AgencyAdoption = { ori: 'OR0020000', ...element, since: null, subjects: 12, given: 0 };

test('agencies are shown with their share, and those that have not begun by name', () => {
  const [, first, second, ...rest] = adoptionLines([begun, waiting]);
  expect(first).toMatch(/^OR0010000 {2}OR-1 Citizenship of the arrestee {2}2026-08 +1,200 +900 +75\.0%$/);
  expect(second).toMatch(/^OR0020000 .* not yet +12 +0 +0\.0%$/);
  expect(rest).toEqual(['', 'OR-1: 1 of 2 agencies have begun; not yet OR0020000']);
  expect(adoptionLines([begun]).at(-1)).toBe('OR-1: every agency has begun');
});

test('programs get the share as a number, and none where nobody is known to whom it belongs', () => {
  expect(JSON.parse(adoptionJson(begun))).toEqual({ ...begun, share: 0.75 });
  expect(adoptionCsv(waiting)).toBe('OR0020000,OR-1,Citizenship of the arrestee,,12,0,0');
  expect(adoptionCsv({ ...begun, subjects: 0 })).toMatch(/,900,$/);
});
