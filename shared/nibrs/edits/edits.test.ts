import { expect, test } from 'vitest';
import { faultShownBy } from '../../../test/edit-cases/check.ts';
import { editCases, editContext } from '../../../test/edit-cases/index.ts';
import { arrest, incident, incidentDelete, zeroReport } from '../../../test/reports.ts';
import { edits, validateReport } from './index.ts';

/** Each of the FBI's numbers with all of its cases. */
test.each([...Map.groupBy(editCases, ({ code }) => code)])('%s', (_, cases) => {
  const faults = cases.map((each) => faultShownBy(each, { edits, validateReport }));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
});

test('valid reports have no findings', () => {
  for (const report of [incident(), incidentDelete(), arrest(), zeroReport()]) {
    expect(validateReport(report, editContext)).toEqual([]);
  }
});
