import { expect, it } from 'vitest';
import { certification, federalCriterion, type MonthOfReports } from '../../shared/months/certification.ts';
import {
  certificationCsv,
  certificationCsvHeader,
  certificationLines,
  type Followed,
  monthLines,
} from './certification.ts';

const months: MonthOfReports[] = [
  { period: '2026-01', kind: 'reports', submitted: 100, rejected: 9 },
  { period: '2026-02', kind: 'reports', submitted: 1200, rejected: 48 },
  { period: '2026-03', kind: 'zero' },
  { period: '2026-04', kind: 'reports', submitted: 100, rejected: 0 },
  { period: '2026-05', kind: 'reports', submitted: 100, rejected: 1 },
  { period: '2026-06', kind: 'missing' },
];
const agency = { ori: 'MO0010100', name: 'Adair Police', kind: 'local', certified: 'testing' } as const;
const followed: Followed = { ori: agency.ori, agency, months, ...certification(months, federalCriterion) };

it('an agency is shown with since when it keeps to the error rate', () => {
  expect(certificationLines([followed], federalCriterion)).toEqual([
    '4% or less in 3 submissions one after the other',
    'agency     name          certified  standing  since    in a row  last rate',
    'MO0010100  Adair Police  testing    met       2026-05         0       1.0%',
  ]);
  expect(certificationCsv(followed)).toBe('MO0010100,Adair Police,testing,met,2026-05,0,0.01');
  expect(certificationCsvHeader.split(',')).toHaveLength(7);
});

it('its months say what they count for', () => {
  expect(monthLines(followed, federalCriterion)).toEqual([
    'month    submitted  rejected  rate  threshold                 became',
    '2026-01        100         9  9.0%  above',
    '2026-02      1,200        48  4.0%  kept',
    '2026-03                             zero report: not counted',
    '2026-04        100         0  0.0%  kept',
    '2026-05        100         1  1.0%  kept                      met',
    '2026-06                             no report: begins anew',
  ]);
});
