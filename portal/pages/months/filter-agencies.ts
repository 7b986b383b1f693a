import type { Reply } from '../../api.ts';
import { isReported } from '../../parts/month-words.ts';

export type AgencyRow = Reply<'listMonths'>['agencies'][number];

/** Which agencies are shown, by what is the matter with one of their months. */
export const shows = {
  all: 'All agencies',
  missing: 'With a month missing',
  late: 'With a month late',
  open: 'With reports to correct',
} as const;
export type Show = keyof typeof shows;

const matters: Readonly<Record<Show, (row: AgencyRow) => boolean>> = {
  all: () => true,
  missing: ({ months }) => months.some((month) => month.expected && !isReported(month)),
  late: ({ months }) => months.some(({ daysLate }) => daysLate > 0),
  open: ({ months }) => months.some(({ open }) => open > 0),
};

/** What the address asks for; all where it asks for something that there is not. */
export function showIn(asked: string | undefined): Show {
  return asked !== undefined && asked in shows ? (asked as Show) : 'all';
}

/** The agencies with that matter, and with the text in their name or ORI. */
export function filterAgencies(agencies: readonly AgencyRow[], show: Show, text: string): AgencyRow[] {
  const wanted = text.trim().toLowerCase();
  return agencies.filter(
    (row) => matters[show](row) && (row.ori.toLowerCase().includes(wanted) || row.name?.toLowerCase().includes(wanted)),
  );
}
