import { describe, expect, test } from 'vitest';
import { editCases, editContext } from '../../../test/edit-cases/index.ts';
import { arrest, incident, incidentDelete, zeroReport } from '../../../test/reports.ts';
import { checkedEdits } from './catalog.ts';
import { edits, validateReport } from './index.ts';

describe.each(editCases)('$code: $about', ({ code, hit, miss, context, alongside = [] }) => {
  test('is found, and nothing else', () => {
    const findings = validateReport(hit, { ...editContext, ...context });
    expect([...new Set(findings.map((finding) => finding.code))].sort()).toEqual([code, ...alongside].sort());
  });

  test('is not found in the near miss', () => {
    expect(validateReport(miss, { ...editContext, ...context })).toEqual([]);
  });
});

test('valid reports have no findings', () => {
  for (const report of [incident(), incidentDelete(), arrest(), zeroReport()]) {
    expect(validateReport(report, editContext)).toEqual([]);
  }
});

describe('the catalog', () => {
  test('has each number once', () => {
    expect(new Set(edits.map(({ code }) => code)).size).toBe(edits.length);
  });

  test.each(edits)('says everything about $code', (edit) => {
    expect(edit.code).toMatch(/^\d{3,4}$/);
    expect(edit.source).not.toBe('');
    if (edit.status !== 'active') return expect(edit.reason).not.toBe('');
    expect(edit.message).toMatch(/\.$/);
    expect(edit.hint).toMatch(/\.$/);
    expect(edit.elements).not.toHaveLength(0);
  });

  test('has a case for every edit that is checked', () => {
    const shown = new Set(editCases.map(({ code }) => code));
    expect(checkedEdits.filter(({ code }) => !shown.has(code)).map(({ code }) => code)).toEqual([]);
  });

  test('suppresses only what exists', () => {
    const codes = new Set(edits.map(({ code }) => code));
    const suppressed = checkedEdits.flatMap(({ suppresses = [] }) => suppresses);
    expect(suppressed.filter((code) => !codes.has(code))).toEqual([]);
  });
});
