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
