import type { Change } from '../../shared/extract/changes.ts';
import type { PlannedPart } from '../repository/transmissions.ts';
import { count, counted, table } from './table.ts';

/** What becomes of a report at the FBI. */
type Effect = 'new' | 'corrected' | 'deleted';

/** Reports that are listed one by one; beyond that, the counts say enough. */
const listed = 200;

/** What a transmission would say, as a person reads it: counts for each agency, then each report. */
export function planLines(parts: readonly PlannedPart[]): string[] {
  const rows = parts.map(({ ori, changes }) => [ori, ...countsOf(changes).map(count)]);
  const totals = countsOf(parts.flatMap(({ changes }) => changes)).map(count);
  const numbers = ['new', 'corrected', 'deleted', 'zero reports'].map((title) => ({ title, align: 'right' as const }));
  const reports = parts.flatMap(({ ori, changes }) => changes.map((change) => [ori, effectOf(change), nameOf(change)]));
  return [
    ...table([{ title: 'agency' }, ...numbers], [...rows, ['total', ...totals]]),
    '',
    ...table([{ title: 'agency' }, { title: 'to the FBI' }, { title: 'report' }], reports.slice(0, listed)),
    ...(reports.length > listed ? [`and ${counted(reports.length - listed, 'more report')}`] : []),
  ];
}

/** One report of a plan, as JSON on a line. */
export function planJson(ori: string, change: Change): string {
  const { stream, part } = change.wanted;
  return JSON.stringify({ ori, kind: change.kind, report: numberOf(stream), part, effect: effectOf(change) });
}

function countsOf(changes: readonly Change[]): number[] {
  const reports = changes.filter(({ kind }) => kind !== 'zero');
  const effects: Effect[] = ['new', 'corrected', 'deleted'];
  const counts = effects.map((effect) => reports.filter((change) => effectOf(change) === effect).length);
  return [...counts, changes.length - reports.length];
}

function effectOf({ deletes, inserts }: Change): Effect {
  if (inserts === undefined) return 'deleted';
  return deletes === undefined ? 'new' : 'corrected';
}

function nameOf({ kind, wanted: { stream, part } }: Change): string {
  const number = numberOf(stream);
  if (kind === 'zero') return `zero report for ${number}`;
  return kind === 'incident' ? `incident ${number}` : `Group B arrest ${number}, arrestee ${part}`;
}

function numberOf(stream: string): string {
  return stream.split('#').slice(2).join('#');
}
