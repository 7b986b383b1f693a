import type { AgencyFacts } from '../../shared/agencies/facts.ts';
import { count, counted } from '../../shared/count-words.ts';
import { csvRow } from '../../shared/csv-row.ts';
import { type Certification, type Criterion, isKept, type MonthOfReports } from '../../shared/months/certification.ts';
import { percent } from './months.ts';
import { table } from './table.ts';

/** An agency, its months, and how it stands. */
export interface Followed extends Certification {
  ori: string;
  agency: AgencyFacts | undefined;
  months: readonly MonthOfReports[];
}

/** How each agency stands against the criterion. */
export function certificationLines(followed: readonly Followed[], { threshold, months }: Criterion): string[] {
  if (followed.length === 0) return ['No agency is registered, and none has reported.'];
  const rows = followed.map((one) => [
    one.ori,
    one.agency?.name ?? '',
    one.agency?.certified ?? '',
    one.standing,
    one.changes.at(-1)?.period ?? '',
    count(one.run),
    percent(lastRate(one)),
  ]);
  const right = { align: 'right' as const };
  const columns = [
    { title: 'agency' },
    { title: 'name', width: 24 },
    { title: 'certified' },
    { title: 'standing' },
    { title: 'since' },
    { title: 'in a row', ...right },
    { title: 'last rate', ...right },
  ];
  return [`${threshold}% or less in ${counted(months, 'submission')} one after the other`, ...table(columns, rows)];
}

/** The months of one agency, and when it met or lost the criterion. */
export function monthLines({ months, changes }: Followed, criterion: Criterion): string[] {
  const rows = months.map((month) => [
    month.period,
    ...(month.kind === 'reports'
      ? [
          count(month.submitted),
          count(month.rejected),
          percent(rateOf(month)),
          isKept(month, criterion) ? 'kept' : 'above',
        ]
      : ['', '', '', month.kind === 'zero' ? 'zero report: not counted' : 'no report: begins anew']),
    changes
      .filter(({ period }) => period === month.period)
      .map(({ became }) => became)
      .join(', '),
  ]);
  const right = { align: 'right' as const };
  const columns = [
    { title: 'month' },
    { title: 'submitted', ...right },
    { title: 'rejected', ...right },
    { title: 'rate', ...right },
    { title: 'threshold' },
    { title: 'became' },
  ];
  return table(columns, rows);
}

function lastRate({ months }: Followed): number | null {
  const last = months.findLast((month) => month.kind === 'reports');
  return last?.kind === 'reports' ? rateOf(last) : null;
}

function rateOf({ submitted, rejected }: { submitted: number; rejected: number }): number {
  return rejected / submitted;
}

/** An agency as JSON, with its months. */
export function certificationJson({ ori, agency, standing, run, changes, months }: Followed): string {
  const { name = null, certified = null } = agency ?? {};
  return JSON.stringify({ ori, name, certified, standing, run, changes, months });
}

export const certificationCsvHeader = 'ori,name,certified,standing,since,run,lastErrorRate';

/** An agency as a row of CSV. */
export function certificationCsv(followed: Followed): string {
  const { ori, agency, standing, run, changes } = followed;
  const rate = lastRate(followed);
  const last = rate === null ? null : Number(rate.toFixed(4));
  return csvRow([
    ori,
    agency?.name ?? null,
    agency?.certified ?? null,
    standing,
    changes.at(-1)?.period ?? null,
    run,
    last,
  ]);
}
