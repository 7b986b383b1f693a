import { fold } from './decider.ts';
import type { Ledger, LedgerEvent } from './port.ts';
import { seriesFold, type TakenNumber } from './series.ts';
import { seriesStream, transmissionStream } from './streams.ts';
import { type TransmissionState, transmissionFold } from './transmissions.ts';

/** A transmission by its number, what happened to it, and what follows from that. */
export interface ListedTransmission {
  number: TakenNumber;
  events: readonly LedgerEvent[];
  state: TransmissionState;
}

/** The numbers given in calendar years, from the first to the last, in the order they were given. */
export async function listNumbers(
  ledger: Ledger,
  { firstYear, lastYear }: { firstYear: number; lastYear: number },
): Promise<TakenNumber[]> {
  const numbers: TakenNumber[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    numbers.push(...fold(seriesFold, await ledger.read(seriesStream(year))).taken);
  }
  return numbers;
}

/**
 * The transmissions of a period, in all years that may have sent it; without one, those of this year and the one before.
 * In the order of their numbers.
 */
export async function listTransmissions(
  ledger: Ledger,
  { period, thisYear }: { period: string | undefined; thisYear: number },
): Promise<ListedTransmission[]> {
  const firstYear = period === undefined ? thisYear - 1 : Number(period.slice(0, 4));
  const numbers = await listNumbers(ledger, { firstYear, lastYear: thisYear });
  const wanted = numbers.filter((number) => period === undefined || number.period === period);
  return Promise.all(wanted.map((number) => readTransmissionOf(ledger, number)));
}

/** The transmission that has a number. */
export async function readTransmissionOf(ledger: Ledger, number: TakenNumber): Promise<ListedTransmission> {
  const events = await ledger.read(transmissionStream(number.transmission));
  return { number, events, state: fold(transmissionFold, events) };
}
