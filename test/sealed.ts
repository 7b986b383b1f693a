import type { Ledger, NewEvent } from '../shared/ledger/port.ts';
import { seriesStream, transmissionStream } from '../shared/ledger/streams.ts';

/** Puts a sealed transmission of 2026 into a ledger, as if it had been built; gives its id. */
export async function addSealed(
  ledger: Ledger,
  { series, period }: { series: number; period: string },
): Promise<string> {
  const transmission = `${period}#2026-${String(series).padStart(3, '0')}`;
  const fileName = fileNameOf(series);
  const key = `transmissions/${period}/${fileName}`;
  const sums = { reports: 2, records: 5, bytes: 440, sha256: 'ab'.repeat(32), strippedStateElements: 0 };
  const stamp = { at: '2026-10-11T11:00:00.000Z', by: 'test', cause: {} };
  const begun = { period, submitter: 'MOUCR0001', series, fileName, agencies: ['MO0010100'], basis: 'b' };
  const events: NewEvent[] = [
    { ...stamp, type: 'TransmissionStarted', data: begun },
    { ...stamp, type: 'PartBuilt', data: { ori: 'MO0010100', key: 'parts/1', ...sums } },
    { ...stamp, type: 'TransmissionSealed', data: { fileName, key, manifestKey: `${key}.manifest.json`, ...sums } },
    { ...stamp, type: 'FederalCopyUpdated', data: { reports: 2 } },
  ];
  const taken: NewEvent = { ...stamp, type: 'SeriesNumberTaken', data: { series, transmission, period } };
  const outcomes = await ledger.append([
    { stream: seriesStream(2026), expectedVersion: series - 1, events: [taken] },
    { stream: transmissionStream(transmission), expectedVersion: 0, events },
  ]);
  if (outcomes.includes('conflict')) throw new Error(`There is a transmission ${series} already`);
  return transmission;
}

/** The name of the file of a number. */
export function fileNameOf(series: number): string {
  return `MOUCR0001_20261011_NIBRS_${String(series).padStart(3, '0')}.txt`;
}
