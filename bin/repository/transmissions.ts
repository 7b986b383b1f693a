import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Payload } from '../../events/catalog.ts';
import { lastNumberOf } from '../../shared/extract/last-number.ts';
import type { AskedTransmission } from '../../shared/extract/plan.ts';
import { type ListedTransmission, readTransmissionOf } from '../../shared/ledger/list-transmissions.ts';
import type { Ledger } from '../../shared/ledger/port.ts';
import { isFinished, type TransmissionState } from '../../shared/ledger/transmissions.ts';
import type { Period } from '../../shared/nibrs/model/index.ts';
import type { OwnRepository, Repository } from './repository.ts';

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
  repository: OwnRepository,
  { period, year }: { period: string; year: number },
): Promise<TransmissionResult> {
  await repository.transmissions.send([{ body: { period, by: 'nibrs', request: randomUUID() } }]);
  await repository.idle();
  return readTransmission(repository, { period, year });
}

/**
 * Asks for a transmission and waits until it is sealed or refused. One of the period that was left unfinished counts.
 * `year` is the present one.
 */
export async function askForTransmission(
  repository: Repository,
  asked: AskedTransmission,
  year: number,
): Promise<FinishedTransmission> {
  return waitForTransmission(repository, { period: asked.period, year }, () =>
    repository.transmissions.send([{ body: { ...asked, by: 'nibrs', request: randomUUID() } }]),
  );
}

/** What a transmission is in the end. */
export type FinishedTransmission = Exclude<TransmissionResult, { outcome: 'nothing' | 'unfinished' }>;

/** Waits until the transmission of a period that `ask` asks for is sealed or refused. */
export async function waitForTransmission(
  repository: Repository,
  { period, year }: { period: string; year: number },
  ask: () => Promise<void>,
): Promise<FinishedTransmission> {
  const { ledger } = repository;
  const before = await lastOf(ledger, period, year);
  const wasFinished = before === undefined || isFinished(before.state);
  await ask();
  return repository.until('sealed file', async () => {
    const last = await lastOf(ledger, period, year);
    if (!last || (wasFinished && last.number.transmission === before?.number.transmission)) return undefined;
    return isFinished(last.state) ? endOf(last.state) : undefined;
  });
}

/** The last transmission of a period, as of `year`. */
export async function readTransmission(
  { ledger }: Pick<Repository, 'ledger'>,
  { period, year }: { period: string; year: number },
): Promise<TransmissionResult> {
  const last = await lastOf(ledger, period, year);
  return last ? (endOf(last.state) ?? { outcome: 'unfinished' }) : { outcome: 'nothing' };
}

async function lastOf(ledger: Ledger, period: Period, year: number): Promise<ListedTransmission | undefined> {
  const number = await lastNumberOf(ledger, period, year);
  return number && readTransmissionOf(ledger, number);
}

function endOf({ sealed, refused }: TransmissionState): FinishedTransmission | undefined {
  if (sealed) return { outcome: 'sealed', sealed };
  return refused && { outcome: 'refused', refused };
}

/** Copies an object of the outbox to a file. */
export async function copyFromOutbox({ objects, buckets }: Repository, key: string, path: string): Promise<void> {
  await pipeline(await objects.read({ bucket: buckets.outbox, key }), createWriteStream(path));
}
