import { expect, test } from 'vitest';
import { editCases, editContext } from '../../../test/edit-cases/index.ts';
import { arrest, incident, incidentDelete, zeroReport } from '../../../test/reports.ts';
import { checkedEdits } from './catalog.ts';
import { validateReport } from './index.ts';

const byCode = new Map(checkedEdits.map((edit) => [edit.code, edit]));

/** Each of the FBI's numbers with all of its cases. */
test.each([...Map.groupBy(editCases, ({ code }) => code)])('%s', (code, cases) => {
  const edit = byCode.get(code);
  for (const { about, hit, miss, context, alongside = [] } of cases) {
    const findings = validateReport(hit, { ...editContext, ...context });
    expect([...new Set(findings.map((finding) => finding.code))].sort(), about).toEqual([code, ...alongside].sort());
    for (const finding of findings.filter((found) => found.code === code)) {
      expect(finding.severity).toBe(edit?.severity);
      expect(edit?.elements, about).toContain(finding.element);
      expect(`${finding.message} ${finding.hint}`, about).not.toMatch(/[{}]|undefined/);
    }
    expect(validateReport(miss, { ...editContext, ...context }), `near miss: ${about}`).toEqual([]);
  }
});

test('valid reports have no findings', () => {
  for (const report of [incident(), incidentDelete(), arrest(), zeroReport()]) {
    expect(validateReport(report, editContext)).toEqual([]);
  }
});
