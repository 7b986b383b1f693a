import { count } from '../../shared/count-words.ts';
import type { PublishedFigure, PublishedTable, Statuses } from '../../shared/statistics/index.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** What `statistics` prints: each month's table, how complete it is, and where the files are. */
export function statisticsLines(
  result: { tables: readonly PublishedTable[]; statuses: Statuses; draft: boolean; paths: readonly string[] },
  { colors }: Pick<Terminal, 'colors'>,
): string[] {
  const { tables, statuses, draft, paths } = result;
  if (tables.length === 0) return ['There is no arrest to count.', ...paths];
  return [
    ...(draft ? [colors.yellow('Draft, not for publication.'), ''] : []),
    ...tables.flatMap((published) => [...monthLines(published, statuses), '']),
    ...Object.entries(statuses.determined).map(([code, meaning]) => `${code}  ${meaning}`),
    '*  not published, to protect people; do not read it as zero',
    '',
    ...paths,
  ];
}

/** Categories without an arrest are left out here; the CSV has them. */
function monthLines(
  { period, categories, agencies, total }: PublishedTable,
  { determined, title }: Statuses,
): string[] {
  const titles = [...Object.keys(determined), 'not determined', 'missing', 'asked'];
  const rows = [
    ...categories.filter(({ asked }) => asked !== 0).map((row) => ({ ...row, name: row.category as string })),
    { ...total, name: 'all categories' },
  ].map(({ name, byStatus, notDetermined, missing, asked }) => [
    name,
    ...[...byStatus, notDetermined, missing, asked].map(shown),
  ]);
  const columns = [{ title: 'category' }, ...titles.map((name) => ({ title: name, align: 'right' as const }))];
  return [`${title}, ${period}`, ...table(columns, rows), completenessLine(total, agencies.length)];
}

function completenessLine({ asked, determined, notDetermined, missing }: PublishedTable['total'], agencies: number) {
  return (
    `Asked of ${shown(asked)} arrests of ${count(agencies)} agencies: ${shown(determined)} determined, ` +
    `${shown(notDetermined)} not determined, ${shown(missing)} missing.`
  );
}

function shown(figure: PublishedFigure): string {
  return figure === 'suppressed' ? '*' : count(figure);
}
