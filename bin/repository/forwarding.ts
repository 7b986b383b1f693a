import { randomUUID } from 'node:crypto';
import { askToForward } from '../../shared/forward/ask.ts';
import { type ListedTransmission, readTransmissionOf } from '../../shared/ledger/list-transmissions.ts';
import type { Repository } from './repository.ts';

/** Asks for a sealed transmission to be handed over, and waits until it is. Throws as `askToForward` does. */
export async function forwardOne(
  repository: Repository,
  name: string,
  { by, thisYear }: { by: string; thisYear: number },
): Promise<ListedTransmission> {
  const found = await askToForward(repository, name, { by, thisYear, request: randomUUID() });
  const { forwarded, answers } = found.state;
  return forwarded || answers.size > 0 ? found : waitUntilForwarded(repository, found);
}

/** Waits until a transmission that somebody was asked to forward is forwarded. */
export function waitUntilForwarded(
  repository: Repository,
  { number }: ListedTransmission,
): Promise<ListedTransmission> {
  return repository.until('receipt of the file', async () => {
    const now = await readTransmissionOf(repository.ledger, number);
    return now.state.forwarded && now;
  });
}
