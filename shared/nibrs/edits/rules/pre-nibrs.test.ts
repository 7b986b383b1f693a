import { expect, test } from 'vitest';
import { editContext } from '../../../../test/edit-cases/index.ts';
import { incident } from '../../../../test/reports.ts';
import { validateReport } from '../validate.ts';

const second = { arresteeSequenceNumber: '02', arrestTransactionNumber: '26-A0078' };

/** One offender and two arrests, one of them before the incident, of an agency that reports to NIBRS since a month. */
function codes(nibrsSince: string | undefined): string[] {
  const report = incident({ arrestees: [{ arrestDate: '20260930' }, second] });
  const agencies = () => ({ kind: 'local', nibrsSince }) as const;
  const findings = validateReport(report, { ...editContext, agencies });
  return findings.map(({ code }) => code).filter((code) => code === '656' || code === '665');
}

test('arrests of an incident from before NIBRS are exempt from what only NIBRS can know', () => {
  expect(codes('2026-11')).toEqual([]);
});

test('those of an incident in the first month of NIBRS are not', () => {
  expect(codes('2026-10')).toEqual(['665', '656']);
  expect(codes(undefined)).toEqual(['665', '656']);
});
