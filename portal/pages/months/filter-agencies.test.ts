import { expect, it } from 'vitest';
import { type AgencyRow, filterAgencies, showIn } from './filter-agencies.ts';

type Month = AgencyRow['months'][number];

const nothing: Month = {
  period: '2026-10',
  status: 'nothing',
  expected: true,
  daysLate: 0,
  onFile: { incidents: 0, arrests: 0, zeroReports: 0 },
  open: 0,
  unsent: false,
  submitted: 0,
  rejected: 0,
  errors: 0,
  warnings: 0,
  errorRate: null,
  lastUpload: null,
  transmissions: [],
};

function row(name: string, change: Partial<Month>): AgencyRow {
  return { ori: `MO${name.padEnd(7, '0')}`, name, registered: true, months: [{ ...nothing, ...change }] };
}

const onFile = { incidents: 3, arrests: 0, zeroReports: 0 };
const agencies = [
  row('Done', { onFile }),
  row('Awaited', {}),
  row('Late', { daysLate: 4 }),
  row('LateButThere', { daysLate: 4, onFile }),
  row('Covered', { expected: false }),
  row('Zero', { onFile: { incidents: 0, arrests: 0, zeroReports: 1 } }),
  row('Open', { onFile, open: 2 }),
];

it.each([
  ['all', ['Done', 'Awaited', 'Late', 'LateButThere', 'Covered', 'Zero', 'Open']],
  ['missing', ['Awaited', 'Late']],
  ['late', ['Late', 'LateButThere']],
  ['open', ['Open']],
  ['whatever', ['Done', 'Awaited', 'Late', 'LateButThere', 'Covered', 'Zero', 'Open']],
])('shows of %s those', (asked, names) => {
  expect(filterAgencies(agencies, showIn(asked), '').map(({ name }) => name)).toEqual(names);
});

it('finds by name and by ORI, and an agency that has no name by its ORI', () => {
  const nameless = { ...row('x', {}), ori: 'MO0990000', name: null };
  const found = (text: string) => filterAgencies([...agencies, nameless], 'all', text).map(({ ori }) => ori);
  expect(found(' zero ')).toEqual(['MOZero000']);
  expect(found('mo099')).toEqual(['MO0990000']);
});
