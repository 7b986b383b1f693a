import { fold } from '../ledger/decider.ts';
import type { Ledger } from '../ledger/port.ts';
import { seriesFold } from '../ledger/series.ts';
import { agencyPeriod, seriesStream, transmissionStream } from '../ledger/streams.ts';
import { type TransmissionState, transmissionFold } from '../ledger/transmissions.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { CarriedBy } from './status.ts';

/**
 * By `agencyPeriod`, the sealed transmissions that say something of a month from `first` on. A month is carried by
 * transmissions of its own period and of later ones, up to those of `thisYear`.
 */
export async function carriedMonths(
  ledger: Ledger,
  { first, thisYear }: { first: Period; thisYear: number },
): Promise<Map<string, CarriedBy[]>> {
  const carried = new Map<string, CarriedBy[]>();
  for (let year = Number(first.slice(0, 4)); year <= thisYear; year++) {
    const { taken } = fold(seriesFold, await ledger.read(seriesStream(year)));
    const states = await Promise.all(
      taken.map(async ({ transmission }) => {
        return { transmission, state: fold(transmissionFold, await ledger.read(transmissionStream(transmission))) };
      }),
    );
    for (const { transmission, state } of states) {
      if (!state.sealed || !state.started) continue;
      const by = { transmission, file: state.sealed.fileName, acknowledged: isAcknowledged(state) };
      for (const { ori, periods = [state.started.period] } of state.parts.values()) {
        for (const period of periods) {
          const key = agencyPeriod(ori, period);
          carried.set(key, [...(carried.get(key) ?? []), by]);
        }
      }
    }
  }
  return carried;
}

/** Whether the FBI has said which reports it did not take; that it warns of some says nothing of the others. */
function isAcknowledged({ answers }: TransmissionState): boolean {
  return [...answers.values()].some(({ dataSet }) => dataSet === 'errors');
}
