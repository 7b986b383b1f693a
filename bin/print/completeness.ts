import { count, counted } from '../../shared/count-words.ts';
import type { Completeness } from '../../shared/months/completeness.ts';
import { percent } from './months.ts';
import { table } from './table.ts';

/** How complete a month is, who is missing, and whom to write to, as a person reads it. */
export function completenessLines(complete: Completeness): string[] {
  const { period, due, expected, reported, missing, late, unexpected, submitted, rejected } = complete;
  if (expected === 0) {
    return ['No agency has to report: nobody can be missed. nibrs agencies load FILE.csv takes a list of them.'];
  }
  const rate = submitted === 0 ? '' : ` (${percent(rejected / submitted)})`;
  return [
    `${period}, due ${due}: ${count(reported)} of ${count(expected)} agencies have reported, ` +
      `${count(missing.length)} missing, ${count(late.length)} late`,
    `${counted(submitted, 'report')} submitted, ${count(rejected)} rejected${rate}`,
    ...(unexpected.length > 0 ? [`Reported, and not registered or need not: ${unexpected.join(', ')}`] : []),
    ...missingLines(complete),
    ...reminderLines(complete),
  ];
}

function missingLines({ missing }: Completeness): string[] {
  if (missing.length === 0) return [];
  const rows = missing.map(({ ori, name, contactOffice, contactEmail }) => [
    ori,
    name ?? '',
    contactOffice ?? '',
    contactEmail ?? '',
  ]);
  return ['', 'Missing', ...contacts([], rows)];
}

function reminderLines({ reminders, due }: Completeness): string[] {
  if (reminders.length === 0) return ['', 'Nobody has to be reminded today.'];
  const rows = reminders.map(({ month: { ori, agency, open, daysLate }, why }) => [
    ori,
    agency?.name ?? '',
    agency?.contactOffice ?? '',
    agency?.contactEmail ?? '',
    why === 'reports rejected' ? `${counted(open, 'rejected report')} to correct` : nothingYet(daysLate, due),
  ]);
  return ['', 'To be reminded today', ...contacts([{ title: 'because of' }], rows)];
}

function nothingYet(daysLate: number, due: string): string {
  return daysLate > 0 ? `nothing reported, ${counted(daysLate, 'day')} late` : `nothing reported, due ${due}`;
}

function contacts(more: { title: string }[], rows: readonly (readonly string[])[]): string[] {
  const columns = [
    { title: 'agency' },
    { title: 'name', width: 20 },
    { title: 'office', width: 16 },
    { title: 'e-mail' },
    ...more.map((column) => ({ ...column, width: 30 })),
  ];
  return table(columns, rows);
}
