import { UsageError } from '../errors.ts';
import { listNumbers } from '../ledger/list-transmissions.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Queue } from '../ports.ts';
import type { FederalCopy } from './federal-copy.ts';
import type { StartTransmission } from './messages.ts';
import type { Months } from './months.ts';
import { agenciesOf } from './start.ts';

/**
 * Asks for a transmission. Throws `UsageError` when the FBI has everything: nothing would come of it. The same request
 * again, of this year, is answered by the transmission that it got.
 */
export async function askToTransmit(
  deps: { ledger: Ledger; months: Months; federal: FederalCopy; transmissions: Queue<StartTransmission> },
  asked: StartTransmission,
  thisYear: number,
): Promise<void> {
  const numbers = await listNumbers(deps.ledger, { firstYear: thisYear, lastYear: thisYear });
  if (numbers.some(({ request }) => request === asked.request)) return;
  const { agencies } = await agenciesOf(deps, asked);
  if (agencies.length === 0) {
    throw new UsageError(`The FBI has everything up to ${asked.period}: there is nothing to send.`);
  }
  await deps.transmissions.send([{ body: asked }]);
}
