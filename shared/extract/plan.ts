import type { Period } from '../nibrs/model/index.ts';
import { changesOf } from './changes.ts';
import type { FederalCopy } from './federal-copy.ts';
import type { StartTransmission } from './messages.ts';
import type { Months } from './months.ts';
import { type SaidOfAgency, saidOf } from './said.ts';
import { agenciesOf } from './start.ts';
import { writtenOf } from './write-part.ts';

/** What is asked of a transmission. */
export type AskedTransmission = Pick<StartTransmission, 'period' | 'mode' | 'ori'>;

/**
 * What a transmission would say if it were started now, agency by agency; only agencies of which it says something. That a
 * zero report will be withheld is not known before the reports beside it are opened.
 */
export async function planTransmission(
  sources: { months: Months; federal: FederalCopy },
  asked: AskedTransmission,
  thisMonth: Period,
): Promise<SaidOfAgency[]> {
  const { period, mode = 'delta' } = asked;
  const { agencies } = await agenciesOf(sources, asked);
  const parts = await Promise.all(
    agencies.map(async (ori) => {
      const changes = await changesOf(sources, { ori, period, mode, thisMonth });
      return { ori, changes: changes.map((change) => saidOf(writtenOf(change))) };
    }),
  );
  return parts.filter(({ changes }) => changes.length > 0);
}
