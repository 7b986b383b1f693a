import { UsageError } from '../errors.ts';
import { demandTransmission } from '../extract/last-number.ts';
import { isUnforwarded, stageOf } from '../ledger/forwarding.ts';
import type { ListedTransmission } from '../ledger/list-transmissions.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Queue } from '../ports.ts';
import { type ForwardTransmission, forwardsGroup } from './messages.ts';
import { blockerOf, listWaiting } from './waiting.ts';

/**
 * Asks for a sealed transmission to be handed over, and gives it as it stands; of one that was handed over already nothing
 * is asked. Throws `UsageError` for one that is not sealed, that is held, or that an earlier one has to go before, and
 * `NotFoundError` when there is none of this name.
 */
export async function askToForward(
  { ledger, forwards }: { ledger: Ledger; forwards: Queue<ForwardTransmission> },
  name: string,
  { by, request, thisYear }: { by: string; request: string; thisYear: number },
): Promise<ListedTransmission> {
  const found = await demandTransmission(ledger, name);
  const { transmission } = found.number;
  const stage = stageOf(found.state);
  if (stage === 'forwarded' || stage === 'acknowledged') return found;
  if (stage === 'held') throw new UsageError(`${name} is held. It can be forwarded once somebody releases it.`);
  if (!isUnforwarded(found.state)) {
    throw new UsageError(`There is no sealed file of ${name}. The list of transmissions shows how far it is.`);
  }
  const blocker = blockerOf(await listWaiting(ledger, thisYear), transmission);
  if (blocker) {
    const first = blocker.state.started?.fileName ?? blocker.number.transmission;
    throw new UsageError(
      `${first} has to go first: ${name} says only what is different from it. It is ${stageOf(blocker.state)}.`,
    );
  }
  await forwards.send([{ body: { transmission, by, request }, group: forwardsGroup, dedupe: request }]);
  return found;
}
