import { fold } from '../ledger/decider.ts';
import type { Ledger } from '../ledger/port.ts';
import { lastOfPeriod, seriesFold, type TakenNumber } from '../ledger/series.ts';
import { seriesStream } from '../ledger/streams.ts';
import type { Period } from '../nibrs/model/index.ts';

/**
 * The number of the last transmission of a period, undefined when there was none. Numbers run within the calendar year,
 * and a period may be sent in any year from its own to `thisYear`.
 */
export async function lastNumberOf(ledger: Ledger, period: Period, thisYear: number): Promise<TakenNumber | undefined> {
  for (let year = thisYear; year >= Number(period.slice(0, 4)); year--) {
    const last = lastOfPeriod(fold(seriesFold, await ledger.read(seriesStream(year))), period);
    if (last) return last;
  }
  return undefined;
}

/**
 * The last number given for any period, in this year or the one before; undefined when there is none. The transmissions of
 * older years are finished.
 */
export async function lastNumber(ledger: Ledger, thisYear: number): Promise<TakenNumber | undefined> {
  for (const year of [thisYear, thisYear - 1]) {
    const last = fold(seriesFold, await ledger.read(seriesStream(year))).taken.at(-1);
    if (last) return last;
  }
  return undefined;
}
