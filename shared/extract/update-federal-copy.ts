import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import { partStream, transmissionStream } from '../ledger/streams.ts';
import { recordCopy, type TransmissionState, transmissionFold } from '../ledger/transmissions.ts';
import type { Clock } from '../ports.ts';
import { type FederalCopy, sweepUnsent } from './federal-copy.ts';
import { heldAfter, noRefusals } from './refusals.ts';
import type { WrittenReport } from './write-part.ts';

export interface FederalCopyDependencies {
  ledger: Ledger;
  federal: FederalCopy;
  clock: Clock;
}

/**
 * Brings the federal copy up to a sealed transmission and records that it is. Everything is set, nothing counted up, so
 * doing it again does no harm.
 */
export async function updateFederalCopy(
  deps: FederalCopyDependencies,
  transmission: string,
  { started, parts }: TransmissionState,
): Promise<void> {
  if (!started) return;
  const unsentMonths = await deps.federal.unsentMonths(started.period);
  let reports = 0;
  for (const part of parts.values()) {
    const written = await writtenIn(deps.ledger, transmission, part);
    const entries = written.map((said) => heldAfter(said, transmission, noRefusals));
    await deps.federal.hold(part.ori, entries);
    await sweepUnsent(deps.federal, part.ori, started.period, unsentMonths);
    reports += entries.length;
  }
  const stamp = { at: deps.clock().toISOString(), by: 'seal-transmission', cause: {} };
  const stream = transmissionStream(transmission);
  await execute(deps.ledger, stream, transmissionFold, (state) => recordCopy(state, { reports }, stamp));
}

/** What a part of a transmission says of each of its reports. */
export async function writtenIn(
  ledger: Pick<Ledger, 'read'>,
  transmission: string,
  part: { ori: string; sha256: string },
): Promise<WrittenReport[]> {
  const events = await ledger.read(partStream(transmission, part));
  return events.flatMap((event) => (event.type === 'ReportsWritten' ? event.data.reports : []));
}
