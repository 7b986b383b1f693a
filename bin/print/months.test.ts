import { expect, it } from 'vitest';
import { completeness } from '../../shared/months/completeness.ts';
import { matrixOf } from '../../shared/months/matrix.ts';
import { type MonthRecord, monthStatus, statuses } from '../../shared/months/status.ts';
import { completenessLines } from './completeness.ts';
import { matrixLines, monthCsv, monthCsvHeader, monthJson, monthsTable } from './months.ts';

const due = { dueDay: 10 };
const today = '2026-10-12';
const agencies = [
  {
    ori: 'MO0010100',
    name: 'Adair Police',
    kind: 'local' as const,
    contactOffice: 'Records',
    contactEmail: 'a@adair.example',
  },
  { ori: 'MO0020200', name: 'Boone Police', kind: 'local' as const, coveredBy: 'MO0010100', coveredSince: '2026-09' },
];
const month = (record: Partial<MonthRecord>) =>
  monthStatus({
    ori: 'MO0010100',
    period: '2026-09',
    files: [],
    onFile: { incidents: 0, arrests: 0, zeroReports: 0 },
    open: 0,
    unsent: false,
    transmissions: [],
    ...record,
  });
const matrix = (periods: string[], ...months: ReturnType<typeof month>[]) =>
  matrixOf({ ...due, periods, today }, agencies, months);

it('a matrix has a sign for every month and says what the signs mean', () => {
  const partial = month({ onFile: { incidents: 3, arrests: 0, zeroReports: 0 }, open: 1, unsent: true });
  const lines = matrixLines(matrix(['2026-08', '2026-09'], partial), ['2026-08', '2026-09']);
  expect(lines.slice(0, 4)).toEqual([
    '2026-08 to 2026-09',
    'agency     name          08  09',
    'MO0010100  Adair Police  ·!  ±',
    'MO0020200  Boone Police  ·!  -',
  ]);
  const legend = lines.join('\n');
  for (const status of statuses) expect(legend).toContain(status);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
});

it('a month says in words where it stands, also that it changed since it was sent', () => {
  const sent = {
    onFile: { incidents: 3, arrests: 1, zeroReports: 0 },
    transmissions: [{ transmission: 'x', file: 'x.txt', acknowledged: true }],
  };
  const rows = [
    month({ ...sent }),
    month({ ...sent, unsent: true }),
    month({ onFile: { incidents: 0, arrests: 0, zeroReports: 1 } }),
  ];
  const lines = rows.map((row) => monthsTable(matrix(['2026-09'], row).slice(0, 1))[1]);
  expect(lines).toEqual([
    expect.stringContaining('● acknowledged        4'),
    expect.stringContaining('✓ accepted, changed since sent        4'),
    expect.stringContaining('0 zero-reported     zero'),
  ]);
});

it('a state tells who is missing and whom to write to', () => {
  const complete = completeness({ ...due, period: '2026-09', today }, matrix(['2026-09']));
  expect(completenessLines(complete)).toEqual([
    '2026-09, due 2026-10-10: 0 of 1 agencies have reported, 1 missing, 1 late',
    '0 reports submitted, 0 rejected',
    '',
    'Missing',
    'agency     name          office   e-mail',
    'MO0010100  Adair Police  Records  a@adair.example',
    '',
    'To be reminded today',
    'agency     name          office   e-mail           because of',
    'MO0010100  Adair Police  Records  a@adair.example  nothing reported, 2 days late',
  ]);
});

it('a state without registered agencies says that nobody can be missed', () => {
  const months = matrixOf({ ...due, periods: ['2026-09'], today }, [], []);
  expect(completenessLines(completeness({ ...due, period: '2026-09', today }, months)).join()).toContain(
    'nibrs agencies load',
  );
});

it('the columns of csv are the keys of json', () => {
  const [row] = matrix(['2026-09']);
  const keys = Object.keys(JSON.parse(monthJson(row!, today, due)));
  expect(monthCsvHeader.split(',')).toEqual(keys.slice(0, -2));
  expect(monthCsv(row!, today, due).split(',')).toHaveLength(monthCsvHeader.split(',').length);
});
