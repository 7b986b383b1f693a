import { describe, expect, it, test } from 'vitest';
import { readCsv } from '../read-csv.ts';
import type { CountedArrest, Statuses } from './arrests.ts';
import { arrestsChart } from './chart.ts';
import { arrestsCsv, completenessCsv } from './csv.ts';
import { publishedTables } from './publish.ts';
import { standardRule } from './suppress.ts';

const statuses: Statuses = {
  title: 'Status of the arrestee',
  determined: { A: 'first, of two', B: 'second <b>' },
  notDetermined: 'X',
  rule: standardRule,
};

function arrests(
  count: number,
  category: CountedArrest['category'],
  status: string | undefined,
  ori = 'MO0100000',
): CountedArrest[] {
  return Array.from({ length: count }, () => ({ ori, period: '2026-09', category, status }));
}

const [table] = publishedTables(
  [
    ...arrests(40, 'Robbery', 'A'),
    ...arrests(12, 'Robbery', 'B', 'MO0200000'),
    ...arrests(9, 'Robbery', 'X'),
    ...arrests(20, 'Arson', 'A', 'MO0200000'),
    ...arrests(2, 'Arson', 'B'),
    ...arrests(30, 'Bribery', 'A', 'MO0200000'),
    ...arrests(15, 'Bribery', 'B'),
    ...arrests(11, 'Bribery', undefined, 'MO0200000'),
  ],
  statuses,
);
const tables = table ? [table] : [];

/** The rows that are about something. */
function rowsOf(csv: string): string[][] {
  const rows = readCsv(csv, 'the publication').map((row) => row.map(({ text }) => text));
  return rows.filter((row) => row[2] !== '0');
}

describe('the CSV of arrests', () => {
  const csv = arrestsCsv(tables, statuses);

  it('has the figures by status and how complete they are, suppressed ones as *', () => {
    expect(rowsOf(csv).slice(0, -1)).toEqual([
      ['period', 'category', 'first, of two', 'second <b>', 'determined', 'not determined', 'missing', 'asked'],
      ['2026-09', 'Arson', '*', '*', '22', '0', '0', '22'],
      ['2026-09', 'Bribery', '*', '*', '45', '0', '11', '56'],
      ['2026-09', 'Robbery', '40', '12', '52', '9', '0', '61'],
      ['2026-09', 'All categories', '90', '29', '119', '9', '11', '139'],
    ]);
  });

  it('says what * means, in a row as long as the others', () => {
    const lines = csv.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.at(-1)).toMatch(/^"?\* .*as zero\."?,{7}$/);
  });
});

test('completeness is told for each agency', () => {
  expect(rowsOf(completenessCsv(tables)).slice(0, -1)).toEqual([
    ['period', 'agency', 'determined', 'not determined', 'missing', 'asked'],
    ['2026-09', 'MO0100000', '57', '9', '0', '66'],
    ['2026-09', 'MO0200000', '62', '0', '11', '73'],
    ['2026-09', 'All agencies', '119', '9', '11', '139'],
  ]);
});

describe('the chart', () => {
  const chart = table ? arrestsChart(table, statuses) : '';

  it('has a title, a description and every number as text', () => {
    expect(chart).toMatch(/aria-labelledby="arrests-2026-09-title"/);
    expect(chart).toContain(
      '<title id="arrests-2026-09-title">Arrests by offense category and status of the arrestee, 2026-09</title>',
    );
    expect(chart).toMatch(/<desc id="arrests-2026-09-desc">3 stacked bars, .*as zero\.<\/desc>/);
    const rows = chart.split('<g role="row">').slice(1);
    expect(
      rows.map((row) => [...row.split('</g>')[0]!.matchAll(/>([^<>]+)<\/text>/g)].map(([, cell]) => cell)),
    ).toEqual([
      ['Category', 'A', 'B', 'X', 'none', 'all'],
      ['Arson', '*', '*', '0', '0', '22'],
      ['Bribery', '*', '*', '0', '11', '56'],
      ['Robbery', '40', '12', '9', '0', '61'],
      ['All categories', '90', '29', '9', '11', '139'],
    ]);
    expect(chart).toContain('>B: second &lt;b&gt;<');
  });

  it('shows suppressed figures alike, however large they are, and bars that fit', () => {
    const hatched = [...chart.matchAll(/width="([\d.]+)" height="16" fill="url\(#arrests-2026-09-suppressed\)"/g)];
    // Four of the bars and the one of the legend.
    expect(hatched.map(([, width]) => width)).toEqual(['14', '14', '14', '14', '14']);
    const lengths = [...chart.matchAll(/width="([\d.]+)" height="16"/g)].map(([, width]) => Number(width));
    expect(Math.max(...lengths)).toBeLessThan(320);
    expect(lengths).not.toContain(0);
  });

  it('says so in a month without arrests', () => {
    const [empty] = publishedTables(arrests(1, 'Arson', 'A'), statuses);
    if (empty) empty.categories = [];
    expect(empty && arrestsChart(empty, statuses)).toContain('<desc id="arrests-2026-09-desc">0 stacked bars');
  });
});

it('a draft says in every output that it is not for publication, and what is final does not', () => {
  const outputs = (finality?: { draft: boolean }) => [
    arrestsCsv(tables, statuses, finality),
    completenessCsv(tables, finality),
    ...tables.map((each) => arrestsChart(each, statuses, finality)),
  ];
  for (const output of outputs({ draft: true })) expect(output).toContain('Draft, not for publication');
  for (const output of outputs()) expect(output).not.toMatch(/draft/i);
});
