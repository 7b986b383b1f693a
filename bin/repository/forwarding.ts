import { randomUUID } from 'node:crypto';
import { UsageError } from '../../shared/errors.ts';
import { findTransmission } from '../../shared/extract/last-number.ts';
import { forwardsGroup } from '../../shared/forward/messages.ts';
import { blockerOf, listWaiting } from '../../shared/forward/waiting.ts';
import type { Stamp } from '../../shared/ledger/decider.ts';
import { execute } from '../../shared/ledger/execute.ts';
import { hold, isUnforwarded, release, stageOf } from '../../shared/ledger/forwarding.ts';
import { type ListedTransmission, listNumbers, readTransmissionOf } from '../../shared/ledger/list-transmissions.ts';
import { transmissionStream } from '../../shared/ledger/streams.ts';
import { transmissionFold } from '../../shared/ledger/transmissions.ts';
import type { Repository } from './repository.ts';

/** Why a person does something, who it is, and when. */
export interface Decision extends Pick<Stamp, 'at' | 'by'> {
  reason: string;
}

/**
 * The transmissions of a period, in all years that may have sent it; without one, those of this year and the one before.
 * In the order of their numbers.
 */
export async function listTransmissions(
  { ledger }: Repository,
  { period, thisYear }: { period: string | undefined; thisYear: number },
): Promise<ListedTransmission[]> {
  const firstYear = period === undefined ? thisYear - 1 : Number(period.slice(0, 4));
  const numbers = await listNumbers(ledger, { firstYear, lastYear: thisYear });
  const wanted = numbers.filter((number) => period === undefined || number.period === period);
  return Promise.all(wanted.map((number) => readTransmissionOf(ledger, number)));
}

/** The transmission with this id or of the file with this name. Throws `UsageError` when there is none. */
export async function namedTransmission({ ledger }: Repository, name: string): Promise<ListedTransmission> {
  const found = await findTransmission(ledger, name);
  if (found) return found;
  throw new UsageError(`There is no transmission ${name}. nibrs transmissions lists them.`);
}

/** Stops a transmission from being forwarded; whether it was not held before. Throws as `hold` of the ledger does. */
export function holdTransmission(repository: Repository, name: string, decision: Decision): Promise<boolean> {
  return decide(repository, name, decision, hold);
}

/** Lets a transmission go on; whether somebody held it. */
export function releaseTransmission(repository: Repository, name: string, decision: Decision): Promise<boolean> {
  return decide(repository, name, decision, release);
}

async function decide(
  repository: Repository,
  name: string,
  { reason, ...who }: Decision,
  how: typeof hold | typeof release,
): Promise<boolean> {
  const { number } = await namedTransmission(repository, name);
  const stamp = { ...who, cause: {} };
  const stream = transmissionStream(number.transmission);
  const { events } = await execute(repository.ledger, stream, transmissionFold, (state) =>
    how(state, { reason }, stamp),
  );
  return events.length > 0;
}

/**
 * Asks for a sealed transmission to be handed over, and waits until it is.
 * Throws `UsageError` for one that is not sealed, that is held, or that an earlier one has to go before.
 */
export async function forwardOne(
  repository: Repository,
  name: string,
  { by, thisYear }: { by: string; thisYear: number },
): Promise<ListedTransmission> {
  const { ledger, forwards } = repository;
  const found = await namedTransmission(repository, name);
  const { transmission } = found.number;
  const stage = stageOf(found.state);
  if (stage === 'forwarded' || stage === 'acknowledged') return found;
  if (stage === 'held') throw new UsageError(`${name} is held. nibrs release ${name} lets it go on.`);
  if (!isUnforwarded(found.state)) {
    throw new UsageError(`There is no sealed file of ${name}. nibrs transmissions shows how far it is.`);
  }
  const blocker = blockerOf(await listWaiting(ledger, thisYear), transmission);
  if (blocker) {
    const first = blocker.state.started?.fileName ?? blocker.number.transmission;
    throw new UsageError(
      `${first} has to go first: ${name} says only what is different from it. It is ${stageOf(blocker.state)}.`,
    );
  }
  const request = randomUUID();
  await forwards.send([{ body: { transmission, by, request }, group: forwardsGroup, dedupe: request }]);
  return waitUntilForwarded(repository, found);
}

/** Waits until a transmission that somebody was asked to forward is forwarded. */
export function waitUntilForwarded(
  repository: Repository,
  { number }: ListedTransmission,
): Promise<ListedTransmission> {
  return repository.until('receipt of the file', async () => {
    const now = await readTransmissionOf(repository.ledger, number);
    return now.state.forwarded && now;
  });
}
