import { NotFoundError } from '../errors.ts';
import { fold } from '../ledger/decider.ts';
import { type ListedTransmission, readTransmissionOf } from '../ledger/list-transmissions.ts';
import type { Ledger } from '../ledger/port.ts';
import { lastOfPeriod, seriesFold, type TakenNumber } from '../ledger/series.ts';
import { seriesStream } from '../ledger/streams.ts';
import { parseFileName } from '../nibrs/flatfile/file-name.ts';
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

/**
 * The transmission with this id (`2026-09#2026-001`) or of the file with just this name
 * (`MOUCR0001_20261105_NIBRS_001.txt`), undefined when there is none.
 */
export async function findTransmission(ledger: Ledger, name: string): Promise<ListedTransmission | undefined> {
  const file = parseFileName(name);
  const year = file.ok ? file.date.slice(0, 4) : name.slice(name.indexOf('#') + 1).slice(0, 4);
  if (!/^\d{4}$/.test(year)) return undefined;
  const { taken } = fold(seriesFold, await ledger.read(seriesStream(Number(year))));
  const number = taken.find(({ transmission, series }) => (file.ok ? series === file.series : transmission === name));
  const found = number && (await readTransmissionOf(ledger, number));
  // A number tells the file, and not who sends it or of which day it is.
  return !file.ok || found?.state.started?.fileName === name ? found : undefined;
}

/** As `findTransmission`. Throws `NotFoundError` when there is none. */
export async function demandTransmission(ledger: Ledger, name: string): Promise<ListedTransmission> {
  const found = await findTransmission(ledger, name);
  if (found) return found;
  throw new NotFoundError(`There is no transmission ${name}. The list of transmissions has the names of all files.`);
}
