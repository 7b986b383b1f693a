import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Payload } from '../../events/catalog.ts';
import { lastNumberOf } from '../../shared/extract/last-number.ts';
import { fold } from '../../shared/ledger/decider.ts';
import { transmissionStream } from '../../shared/ledger/streams.ts';
import { transmissionFold } from '../../shared/ledger/transmissions.ts';
import type { Repository } from './repository.ts';

/** What came of asking for a transmission. */
export type TransmissionResult =
  | { outcome: 'sealed'; sealed: Payload<'TransmissionSealed'> }
  | { outcome: 'refused'; refused: Payload<'TransmissionRefused'> }
  /** The month holds no report. */
  | { outcome: 'nothing' }
  /** It was started and not finished: a message about it was given up, and is a dead letter. */
  | { outcome: 'unfinished' };

/** Asks for the transmission of a period, waits until nothing moves, and tells what came of it. */
export async function transmit(
  repository: Repository,
  { period, year }: { period: string; year: number },
): Promise<TransmissionResult> {
  await repository.transmissions.send([{ body: { period, by: 'nibrs', request: randomUUID() } }]);
  await repository.idle();
  return readTransmission(repository, { period, year });
}

/** The last transmission of a period, as of `year`. */
export async function readTransmission(
  { ledger }: Pick<Repository, 'ledger'>,
  { period, year }: { period: string; year: number },
): Promise<TransmissionResult> {
  const last = await lastNumberOf(ledger, period, year);
  if (!last) return { outcome: 'nothing' };
  const { sealed, refused } = fold(transmissionFold, await ledger.read(transmissionStream(last.transmission)));
  if (sealed) return { outcome: 'sealed', sealed };
  return refused ? { outcome: 'refused', refused } : { outcome: 'unfinished' };
}

/** Copies an object of the outbox to a file. */
export async function copyFromOutbox({ objects, buckets }: Repository, key: string, path: string): Promise<void> {
  await pipeline(await objects.read({ bucket: buckets.outbox, key }), createWriteStream(path));
}
