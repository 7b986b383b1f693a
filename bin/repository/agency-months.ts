import { listAgencies } from '../../shared/agencies/registry.ts';
import { UsageError } from '../../shared/errors.ts';
import { type AgencyMonth, matrixOf } from '../../shared/months/matrix.ts';
import { readMonths } from '../../shared/months/read-months.ts';
import { monthBefore, type Period } from '../../shared/nibrs/model/index.ts';
import type { Repository } from './repository.ts';

/** Which months of which agencies to look at, and when. */
export interface AgencyMonthsAsked {
  periods: readonly Period[];
  ori?: string | undefined;
  now: Date;
}

/**
 * The months of every agency, or of one. Throws `UsageError` for an agency that is not registered and has never reported
 * in them.
 */
export async function readAgencyMonths(
  repository: Pick<Repository, 'ledger' | 'months' | 'federal' | 'due'>,
  { periods, ori, now }: AgencyMonthsAsked,
): Promise<AgencyMonth[]> {
  const months = await readMonths(repository, { periods, ori, thisYear: now.getUTCFullYear() });
  const agencies = (await listAgencies(repository.ledger)).filter((agency) => ori === undefined || agency.ori === ori);
  const matrix = matrixOf({ ...repository.due, periods, today: now.toISOString().slice(0, 10) }, agencies, months);
  if (ori === undefined || matrix.length > 0) return matrix;
  throw new UsageError(`${ori} is not registered and has reported nothing in these months. See nibrs agencies list.`);
}

/** The month before that of a time: the newest one that agencies can have finished. */
export function lastFinishedPeriod(now: Date): Period {
  return monthBefore(now.toISOString().slice(0, 7));
}
