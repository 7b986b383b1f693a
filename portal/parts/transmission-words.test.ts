import { expect, it } from 'vitest';
import { countEffects, reportName } from './transmission-words.ts';

it('counts what becomes of reports at the FBI', () => {
  expect(countEffects([{ effect: 'new' }, { effect: 'deleted' }, { effect: 'new' }])).toEqual({
    new: 2,
    corrected: 0,
    again: 0,
    deleted: 1,
    withheld: 0,
  });
});

it.each([
  [{ kind: 'incident', number: '26-1', part: '' }, 'Incident 26-1'],
  [{ kind: 'arrest', number: 'A1', part: '01' }, 'Group B arrest A1, arrestee 01'],
  [{ kind: 'zero', number: '2026-10', part: '' }, 'Zero report for 2026-10'],
] as const)('names %o', (report, name) => {
  expect(reportName({ ...report, effect: 'new' })).toBe(name);
});
