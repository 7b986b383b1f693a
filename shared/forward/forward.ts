import { CorruptDataError } from '../errors.ts';
import { execute } from '../ledger/execute.ts';
import { recordForwarded, stageOf, startForwarding } from '../ledger/forwarding.ts';
import type { Ledger } from '../ledger/port.ts';
import { transmissionStream } from '../ledger/streams.ts';
import { type TransmissionState, transmissionFold } from '../ledger/transmissions.ts';
import type { Clock, Log } from '../ports.ts';
import type { Forwarder, SealedFile } from './forwarder.ts';
import type { ForwardTransmission } from './messages.ts';
import { blockerOf, listWaiting } from './waiting.ts';

export interface ForwardDependencies {
  ledger: Ledger;
  forwarder: Forwarder;
  clock: Clock;
  log: Log;
}

/**
 * Hands a sealed transmission over, once. The attempt is on record before anything leaves, so that nobody can hold what may
 * have arrived; where one is on record already, what came of it is asked first. A transmission that is held, or that an
 * earlier one has to go before, is left alone.
 * Gives whether it was handed over. Throws what the forwarder throws, and `UsageError` when there is no sealed file.
 */
export async function forwardSealed(
  { ledger, forwarder, clock, log }: ForwardDependencies,
  { transmission, by, request }: ForwardTransmission,
): Promise<boolean> {
  const blocker = blockerOf(await listWaiting(ledger, clock().getUTCFullYear()), transmission);
  if (blocker) {
    log.warn('Not forwarded: an earlier transmission has to go before it', { before: blocker.number.transmission });
    return false;
  }
  const { method } = forwarder;
  const stream = transmissionStream(transmission);
  const stamp = { at: clock().toISOString(), by, cause: { request } };
  const { state, events } = await execute(ledger, stream, transmissionFold, (now) =>
    stageOf(now) === 'held' ? [] : startForwarding(now, { method }, stamp),
  );
  if (stageOf(state) !== 'forwarding') {
    log.info('Not forwarded', { stage: stageOf(state) });
    return false;
  }
  const file = fileOf(transmission, state);
  const isFirstAttempt = events.length > 0;
  const receipt = (isFirstAttempt ? undefined : await forwarder.find(file)) ?? (await forwarder.forward(file));
  const { reference, at, documents } = receipt;
  await execute(ledger, stream, transmissionFold, (now) =>
    recordForwarded(now, { method, reference }, { ...stamp, at }),
  );
  log.info('A transmission was forwarded', { method, reference, documents: documents?.length ?? 0 });
  return true;
}

function fileOf(transmission: string, { started, sealed }: TransmissionState): SealedFile {
  if (!started || !sealed)
    throw new CorruptDataError(`Transmission ${transmission} is forwarded and was never sealed.`);
  const { fileName, key, manifestKey, sha256, bytes } = sealed;
  return { transmission, period: started.period, fileName, key, manifestKey, sha256, bytes };
}
