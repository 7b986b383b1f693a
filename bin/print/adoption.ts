import { count } from '../../shared/count-words.ts';
import { csvRow } from '../../shared/csv-row.ts';
import type { AgencyAdoption } from '../repository/adoption.ts';
import { table } from './table.ts';

/** How far each agency is, and for each element who has not begun. */
export function adoptionLines(adoption: readonly AgencyAdoption[]): string[] {
  if (adoption.length === 0) return ['No agency has reported anybody or anything that a state element describes.'];
  const rows = adoption.map((row) => [
    row.ori,
    `${row.element} ${row.title}`,
    row.since ?? 'not yet',
    count(row.subjects),
    count(row.given),
    percent(row),
  ]);
  const columns = [
    { title: 'agency' },
    { title: 'element' },
    { title: 'since' },
    { title: 'could have', align: 'right' as const },
    { title: 'have', align: 'right' as const },
    { title: 'share', align: 'right' as const },
  ];
  return [...table(columns, rows), '', ...[...Map.groupBy(adoption, ({ element }) => element).values()].map(begun)];
}

function begun(agencies: readonly AgencyAdoption[]): string {
  const waiting = agencies.filter(({ since }) => since === null).map(({ ori }) => ori);
  const id = agencies[0]?.element;
  if (waiting.length === 0) return `${id}: every agency has begun`;
  const started = agencies.length - waiting.length;
  return `${id}: ${count(started)} of ${count(agencies.length)} agencies have begun; not yet ${waiting.join(', ')}`;
}

function percent(row: AgencyAdoption): string {
  const share = shareOf(row);
  return share === null ? '' : `${(100 * share).toFixed(1)}%`;
}

/** A supplement gives values of whom only another file reports, so the share is known once there is somebody. */
function shareOf({ subjects, given }: AgencyAdoption): number | null {
  return subjects === 0 ? null : Number((given / subjects).toFixed(4));
}

export function adoptionJson(row: AgencyAdoption): string {
  const { ori, element, title, since, subjects, given } = row;
  return JSON.stringify({ ori, element, title, since, subjects, given, share: shareOf(row) });
}

export const adoptionCsvHeader = 'agency,element,title,since,subjects,given,share';

export function adoptionCsv(row: AgencyAdoption): string {
  const { ori, element, title, since, subjects, given } = row;
  return csvRow([ori, element, title, since, subjects, given, shareOf(row)]);
}
