import type { Payload } from '../../events/catalog.ts';
import { TryAgainError } from '../errors.ts';
import { fold } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { agencyPeriod, transmissionStream } from '../ledger/streams.ts';
import { allPartsBuilt, recordPart, transmissionFold } from '../ledger/transmissions.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { Clock, Log, Objects, Queue } from '../ports.ts';
import { foldMonth } from './fold.ts';
import type { BuildPart, SealTransmission } from './messages.ts';
import { digestOf, entriesOf } from './month.ts';
import type { Months } from './months.ts';
import { writePart } from './write-part.ts';

export interface BuildDependencies {
  ledger: Ledger;
  months: Months;
  objects: Objects;
  seals: Queue<SealTransmission>;
  /** Where parts go. */
  workBucket: string;
  clock: Clock;
  log: Log;
}

/**
 * Builds one agency's part of a transmission from the ledger, records it, and asks for the seal when it was the last
 * one missing. A part that is on record is not built again; a transmission that is final is left alone.
 * Throws `TryAgainError` while the ledger's index and the month do not agree.
 */
export async function buildAgencyPart(deps: BuildDependencies, message: BuildPart): Promise<void> {
  const { transmission, ori } = message;
  const stream = transmissionStream(transmission);
  let state = fold(transmissionFold, await deps.ledger.read(stream));
  if (state.sealed || state.refused) return;
  if (!state.parts.has(ori)) {
    const part = await writeAgencyPart(deps, message);
    const stamp = { at: deps.clock().toISOString(), by: 'build-part', cause: {} };
    const executed = await execute(deps.ledger, stream, transmissionFold, (now) => recordPart(now, part, stamp));
    state = executed.state;
    deps.log.info('A part was built', { reports: part.reports, records: part.records });
  }
  if (allPartsBuilt(state)) await deps.seals.send([{ body: { transmission } }]);
}

/**
 * Writes the part and its summary. Their keys have the hash of the part, so that two workers who build the same part
 * from different events never overwrite what the other has recorded.
 */
async function writeAgencyPart(
  { ledger, months, objects, workBucket }: BuildDependencies,
  { transmission, period, ori }: BuildPart,
): Promise<Payload<'PartBuilt'>> {
  const events = await eventsOfMonth(ledger, ori, period);
  if (digestOf(entriesOf(events)) !== digestOf(await months.entries(ori, period))) {
    throw new TryAgainError(`The month ${period} of ${ori} and the ledger's index of it do not agree yet.`);
  }
  const { text, summary } = await writePart(ledger, { ori, period }, foldMonth(events));
  const key = `parts/${transmission.replace('#', '/')}/${ori}-${summary.sha256}.txt`;
  await objects.put({ bucket: workBucket, key }, Buffer.from(text, 'latin1'), 'text/plain');
  await objects.put({ bucket: workBucket, key: summaryKey(key) }, JSON.stringify(summary), 'application/json');
  const { reports, records, bytes, sha256, strippedStateElements } = summary;
  return { ori, key, reports, records, bytes, sha256, strippedStateElements };
}

/**
 * All events of a month. The index may have a report's last event of the month and not yet its first, which tells what
 * the FBI has of it. Only a stream that is listed from version 1 without a gap is surely whole; any other is read from
 * the ledger itself.
 */
async function eventsOfMonth(ledger: Ledger, ori: string, period: Period): Promise<LedgerEvent[]> {
  const listed = Map.groupBy(await ledger.listMonth(ori, period), ({ stream }) => stream);
  const month = agencyPeriod(ori, period);
  const histories = await Promise.all(
    [...listed].map(async ([stream, events]) => {
      if (events.every(({ version }, index) => version === index + 1)) return events;
      return (await ledger.read(stream)).filter((event) => event.agencyPeriod === month);
    }),
  );
  return histories.flat();
}

/** Where the summary of a part is, given the part's key. */
export function summaryKey(partKey: string): string {
  return partKey.replace(/\.txt$/, '.json');
}
