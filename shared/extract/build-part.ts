import type { Payload } from '../../events/catalog.ts';
import { compareText } from '../compare.ts';
import { fold } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger, LedgerEvent, NewEvent } from '../ledger/port.ts';
import { partStream, transmissionStream } from '../ledger/streams.ts';
import { allPartsBuilt, recordPart, transmissionFold } from '../ledger/transmissions.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { Clock, Log, Objects, Queue } from '../ports.ts';
import { changesOf, eventAt, eventsOf } from './changes.ts';
import type { FederalCopy } from './federal-copy.ts';
import type { BuildPart, SealTransmission } from './messages.ts';
import type { Months } from './months.ts';
import { type WrittenReport, writePart } from './write-part.ts';

export interface BuildDependencies {
  ledger: Ledger;
  months: Months;
  federal: FederalCopy;
  objects: Objects;
  seals: Queue<SealTransmission>;
  /** Where parts go. */
  workBucket: string;
  clock: Clock;
  log: Log;
}

const by = 'build-part';

/** So many reports are listed in one event: some 100 bytes each, so that it stays far below what a store takes. */
const reportsPerEvent = 1_000;

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
    const part = await writeAgencyPart(deps, message, state.started?.mode ?? 'delta');
    const stamp = { at: deps.clock().toISOString(), by, cause: {} };
    const executed = await execute(deps.ledger, stream, transmissionFold, (now) => recordPart(now, part, stamp));
    state = executed.state;
    deps.log.info('A part was built', { reports: part.reports, records: part.records });
  }
  if (allPartsBuilt(state)) await deps.seals.send([{ body: { transmission } }]);
}

/**
 * Writes the part and its summary, and lists its reports in the ledger. Keys and stream have the hash of the part, so
 * that two workers who build the same part from different events never overwrite what the other has recorded.
 */
async function writeAgencyPart(
  deps: BuildDependencies,
  { transmission, period, ori }: BuildPart,
  mode: 'delta' | 'full',
): Promise<Payload<'PartBuilt'>> {
  const { ledger, objects, workBucket } = deps;
  const scope = { ori, period, mode, thisMonth: deps.clock().toISOString().slice(0, 7) };
  const changes = await changesOf(deps, scope);
  const events = await eventsOf(deps, scope, changes);
  const { text, summary, written } = await writePart(ledger, scope, changes, events);
  const { reports, records, bytes, sha256, strippedStateElements } = summary;
  await listReports(deps, partStream(transmission, { ori, sha256 }), ori, written);
  const key = `parts/${transmission.replace('#', '/')}/${ori}-${sha256}.txt`;
  await objects.put({ bucket: workBucket, key }, Buffer.from(text, 'latin1'), 'text/plain');
  await objects.put({ bucket: workBucket, key: summaryKey(key) }, JSON.stringify(summary), 'application/json');
  return { ori, key, reports, records, bytes, sha256, strippedStateElements, periods: periodsOf(written, events) };
}

/** The months whose changes a part tells: late reports and corrections are of earlier ones. */
function periodsOf(written: readonly WrittenReport[], events: ReadonlyMap<string, LedgerEvent>): Period[] {
  const periods = written.flatMap(({ stream, version }) => {
    const { data } = eventAt(events, stream, version);
    return 'period' in data && data.period !== undefined ? [data.period] : [];
  });
  return [...new Set(periods)].sort(compareText);
}

/** Appends the list of a part unless it is there: the same part has the same list. */
async function listReports(
  { ledger, clock }: BuildDependencies,
  stream: string,
  ori: string,
  written: readonly WrittenReport[],
): Promise<void> {
  const stamp = { at: clock().toISOString(), by, cause: {} };
  for (let start = 0; start < written.length; start += reportsPerEvent) {
    const reports = written.slice(start, start + reportsPerEvent);
    const event: NewEvent = { ...stamp, type: 'ReportsWritten', data: { ori, reports } };
    // A conflict means that an earlier delivery has listed them.
    await ledger.append([{ stream, expectedVersion: start / reportsPerEvent, events: [event] }]);
  }
}

/** Where the summary of a part is, given the part's key. */
export function summaryKey(partKey: string): string {
  return partKey.replace(/\.txt$/, '.json');
}
