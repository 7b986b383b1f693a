import { expect, test } from 'vitest';
import { arrest, incident, incidentDelete, zeroReport } from '../../../test/reports.ts';
import { ledgerFinding } from './index.ts';

test('a number on file is blamed on the first segment of the report', () => {
  expect(ledgerFinding('056', incident())).toMatchObject({
    code: '056',
    severity: 'error',
    record: 1,
    segment: '1',
    element: '2',
    value: '26-000123',
    columns: [26, 37],
    message: 'Incident number 26-000123 is already on file for this agency.',
  });
});

test('a delete of nothing is blamed on its action', () => {
  expect(ledgerFinding('095', incidentDelete())).toMatchObject({ element: 'Action', value: 'D', columns: [6, 6] });
});

test('a number shared by incident and arrest is blamed on the one that came', () => {
  expect(ledgerFinding('088', incident())).toMatchObject({ element: '2', value: '26-000123' });
  expect(ledgerFinding('088', arrest())).toMatchObject({ element: '41', value: '26-B0450' });
});

test('an arrestee on file is blamed on the transaction, one that comes twice on its own number', () => {
  expect(ledgerFinding('759', arrest())).toMatchObject({ element: '41', sequence: '01' });
  expect(ledgerFinding('751', arrest())).toMatchObject({ element: '40', value: '01' });
});

test('a zero report is blamed on its month, which is spelled out', () => {
  expect(ledgerFinding('028', zeroReport())).toMatchObject({
    severity: 'error',
    element: 'ZeroMonth',
    value: '10',
    message: 'October 2026 cannot have a zero report: an incident of that month is on file.',
  });
  expect(ledgerFinding('029', zeroReport()).message).toContain('a Group B arrest of that month is on file');
  expect(ledgerFinding('030', zeroReport({ action: 'D' })).message).toMatch(
    /^The zero report of October 2026 cannot be/,
  );
  expect(ledgerFinding('031', zeroReport({ action: 'D' })).message).toContain('deleted: a Group B arrest');
});

test('another date on a delete is a warning that names both', () => {
  expect(ledgerFinding('1198', incidentDelete(), { onFile: '20261002 (October 2, 2026)' })).toMatchObject({
    severity: 'warning',
    element: '3',
    value: '20261003',
    columns: [38, 45],
    message:
      'Incident date on the delete is 20261003 (October 3, 2026), but that of the incident on file is 20261002 (October 2, 2026).',
  });
});
