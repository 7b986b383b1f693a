import { expect, test } from 'vitest';
import { editContext } from '../../../../test/edit-cases/case.ts';
import { crimes } from '../../../../test/edit-cases/incidents.ts';
import type { AdministrativeSegment } from '../../model/index.ts';
import { validateReport } from '../index.ts';

/** What is said of a theft with this administrative segment. */
function findings(administrative: Partial<AdministrativeSegment>) {
  return validateReport(crimes(['23H'], { administrative }), editContext).map(({ code, message }) => ({
    code,
    message,
  }));
}

test.each([
  ['122', '23H (All Other Larceny)', { cargoTheft: undefined }],
  ['153', '20261005 (October 5, 2026)', { exceptionalClearanceDate: '20261005' }],
  [
    '155',
    'the incident date 20261003 (October 3, 2026)',
    { clearedExceptionally: 'A', exceptionalClearanceDate: '20261002' },
  ],
  ['156', 'B (prosecution declined)', { clearedExceptionally: 'B' }],
])('%s says %s', (code, words, administrative) => {
  expect(findings(administrative)).toEqual([{ code, message: expect.stringContaining(words) }]);
});
