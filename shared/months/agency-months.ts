import { listAgencies } from '../agencies/registry.ts';
import { monthBefore, type Period } from '../nibrs/model/index.ts';
import type { DueDay } from './due.ts';
import { type AgencyMonth, matrixOf } from './matrix.ts';
import { type MonthSources, readMonths } from './read-months.ts';

/** Which months of which agencies to look at, and when. */
export interface AgencyMonthsAsked {
  /** Oldest first. */
  periods: readonly Period[];
  /** Absent for all. */
  oris?: readonly string[] | undefined;
  now: Date;
}

/**
 * The months of agencies, ordered by ORI and period, those of which nothing came too: of every agency, or of these. One
 * that is not registered and has reported nothing in them is left out.
 */
export async function readAgencyMonths(
  { due, ...sources }: MonthSources & { due: DueDay },
  { periods, oris, now }: AgencyMonthsAsked,
): Promise<AgencyMonth[]> {
  const months = await readMonths(sources, { periods, oris, thisYear: now.getUTCFullYear() });
  const agencies = (await listAgencies(sources.ledger)).filter(({ ori }) => oris?.includes(ori) ?? true);
  return matrixOf({ ...due, periods, today: now.toISOString().slice(0, 10) }, agencies, months);
}

/** The month before that of a time: the newest one that agencies can have finished. */
export function lastFinishedPeriod(now: Date): Period {
  return monthBefore(now.toISOString().slice(0, 7));
}
