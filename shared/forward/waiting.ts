import { isUnforwarded, stageOf } from '../ledger/forwarding.ts';
import { type ListedTransmission, listNumbers, readTransmissionOf } from '../ledger/list-transmissions.ts';
import type { Ledger } from '../ledger/port.ts';

/**
 * Sealed transmissions that the FBI does not have yet, those that are held too, in their order. What came before one that
 * was forwarded was forwarded itself; so nothing older is looked at, nor numbers from before the last year.
 */
export async function listWaiting(ledger: Ledger, thisYear: number): Promise<ListedTransmission[]> {
  const waiting: ListedTransmission[] = [];
  const numbers = await listNumbers(ledger, { firstYear: thisYear - 1, lastYear: thisYear });
  for (const number of numbers.reverse()) {
    const transmission = await readTransmissionOf(ledger, number);
    if (isUnforwarded(transmission.state)) waiting.unshift(transmission);
    if (['forwarded', 'acknowledged'].includes(stageOf(transmission.state))) break;
  }
  return waiting;
}

/**
 * The first transmission that has to go before another one: each says only what is different from those before it, so the
 * FBI has to get them in their order. Undefined when none has to.
 */
export function blockerOf(
  waiting: readonly ListedTransmission[],
  transmission: string,
): ListedTransmission | undefined {
  const place = waiting.findIndex(({ number }) => number.transmission === transmission);
  return place > 0 ? waiting[0] : undefined;
}
