import { writtenIn } from '../extract/update-federal-copy.ts';
import { listNumbers, readTransmissionOf } from '../ledger/list-transmissions.ts';
import type { Ledger } from '../ledger/port.ts';
import type { TakenNumber } from '../ledger/series.ts';
import type { TransmissionState } from '../ledger/transmissions.ts';
import type { Clock } from '../ports.ts';
import type { SealedPart } from './projections.ts';

/** What agencies' parts of sealed transmissions say. */
export interface SealedParts {
  /** Those of an agency, from a calendar year on, in the order of their numbers. */
  of(ori: string, firstYear: number): Promise<SealedPart[]>;
}

/**
 * Reads them from the ledger. What is sealed or refused stays so: those transmissions are remembered, since each agency
 * asks for all of them.
 */
export function createSealedParts(ledger: Ledger, clock: Clock): SealedParts {
  const closed = new Map<string, TransmissionState>();

  async function stateOf(number: TakenNumber): Promise<TransmissionState> {
    const known = closed.get(number.transmission);
    if (known) return known;
    const { state } = await readTransmissionOf(ledger, number);
    if (state.sealed || state.refused) closed.set(number.transmission, state);
    return state;
  }

  return {
    async of(ori, firstYear) {
      const parts: SealedPart[] = [];
      for (const number of await listNumbers(ledger, { firstYear, lastYear: clock().getUTCFullYear() })) {
        const { sealed, parts: built } = await stateOf(number);
        const part = sealed && built.get(ori);
        if (!part) continue;
        const { transmission, period } = number;
        parts.push({ transmission, period, reports: await writtenIn(ledger, transmission, part) });
      }
      return parts;
    },
  };
}
