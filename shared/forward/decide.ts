import { demandTransmission } from '../extract/last-number.ts';
import type { Stamp } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import { hold, release } from '../ledger/forwarding.ts';
import type { Ledger } from '../ledger/port.ts';
import { transmissionStream } from '../ledger/streams.ts';
import { transmissionFold } from '../ledger/transmissions.ts';

/** Why a person does something, who it is, and when. */
export interface Decision extends Pick<Stamp, 'at' | 'by'> {
  reason: string;
}

/**
 * Stops a transmission from being forwarded; whether it was not held before. Throws as `hold` of the ledger does, and
 * `NotFoundError` when there is none of this name.
 */
export function holdTransmission(ledger: Ledger, name: string, decision: Decision): Promise<boolean> {
  return decide(ledger, name, decision, hold);
}

/** Lets a transmission go on; whether somebody held it. Throws `NotFoundError` when there is none of this name. */
export function releaseTransmission(ledger: Ledger, name: string, decision: Decision): Promise<boolean> {
  return decide(ledger, name, decision, release);
}

async function decide(
  ledger: Ledger,
  name: string,
  { reason, ...who }: Decision,
  how: typeof hold | typeof release,
): Promise<boolean> {
  const { number } = await demandTransmission(ledger, name);
  const stamp = { ...who, cause: {} };
  const stream = transmissionStream(number.transmission);
  const { events } = await execute(ledger, stream, transmissionFold, (state) => how(state, { reason }, stamp));
  return events.length > 0;
}
