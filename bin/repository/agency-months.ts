import { UsageError } from '../../shared/errors.ts';
import { readAgencyMonths } from '../../shared/months/agency-months.ts';
import type { AgencyMonth } from '../../shared/months/matrix.ts';
import type { Period } from '../../shared/nibrs/model/index.ts';
import type { Repository } from './repository.ts';

/**
 * The months of every agency, or of one. Throws `UsageError` for an agency that is not registered and has reported nothing
 * in them.
 */
export async function readMonthsOf(
  repository: Pick<Repository, 'ledger' | 'months' | 'federal' | 'due'>,
  { periods, ori, now }: { periods: readonly Period[]; ori?: string | undefined; now: Date },
): Promise<AgencyMonth[]> {
  const months = await readAgencyMonths(repository, { periods, oris: ori === undefined ? undefined : [ori], now });
  if (ori === undefined || months.length > 0) return months;
  throw new UsageError(`${ori} is not registered and has reported nothing in these months. See nibrs agencies list.`);
}
