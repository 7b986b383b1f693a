import { count, counted } from '../../shared/count-words.ts';
import type { Effect, Said, SaidOfAgency } from '../../shared/extract/said.ts';
import { table } from './table.ts';

/** Reports that are listed one by one; beyond that, the counts say enough. */
const listed = 200;

const effects: readonly Effect[] = ['new', 'corrected', 'again', 'deleted'];

/** What a transmission would say, as a person reads it: counts for each agency, then each report. */
export function planLines(parts: readonly SaidOfAgency[]): string[] {
  const rows = parts.map(({ ori, changes }) => [ori, ...countsOf(changes).map(count)]);
  const totals = countsOf(parts.flatMap(({ changes }) => changes)).map(count);
  const numbers = [...effects, 'zero reports'].map((title) => ({ title, align: 'right' as const }));
  const reports = parts.flatMap(({ ori, changes }) => changes.map((said) => [ori, said.effect, nameOf(said)]));
  return [
    ...table([{ title: 'agency' }, ...numbers], [...rows, ['total', ...totals]]),
    '',
    ...table([{ title: 'agency' }, { title: 'to the FBI' }, { title: 'report' }], reports.slice(0, listed)),
    ...(reports.length > listed ? [`and ${counted(reports.length - listed, 'more report')}`] : []),
  ];
}

/** One report of a plan, as JSON on a line. */
export function planJson(ori: string, { kind, number, part, effect }: Said): string {
  return JSON.stringify({ ori, kind, report: number, part, effect });
}

function countsOf(changes: readonly Said[]): number[] {
  const reports = changes.filter(({ kind }) => kind !== 'zero');
  const counts = effects.map((effect) => reports.filter((said) => said.effect === effect).length);
  return [...counts, changes.length - reports.length];
}

function nameOf({ kind, number, part }: Said): string {
  if (kind === 'zero') return `zero report for ${number}`;
  return kind === 'incident' ? `incident ${number}` : `Group B arrest ${number}, arrestee ${part}`;
}
