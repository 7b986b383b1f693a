import type { Payload } from '../../events/catalog.ts';
import { UsageError } from '../errors.ts';
import type { Stamp } from './decider.ts';
import type { NewEvent } from './port.ts';
import type { TransmissionState } from './transmissions.ts';

/** How far a transmission is on its way to the FBI. */
export type Stage = 'started' | 'refused' | 'sealed' | 'held' | 'forwarding' | 'forwarded' | 'acknowledged';

/** The last thing that is true of a transmission that has started. `sealed` is one that waits to be forwarded. */
export function stageOf(state: TransmissionState): Stage {
  if (state.refused) return 'refused';
  if (!state.sealed || !state.copied) return 'started';
  if (state.answers.size > 0) return 'acknowledged';
  if (state.forwarded) return 'forwarded';
  if (state.forwarding) return 'forwarding';
  return state.held ? 'held' : 'sealed';
}

/** Whether there is a file that the FBI does not have yet for all that is known. */
export function isUnforwarded(state: TransmissionState): boolean {
  return ['sealed', 'held', 'forwarding'].includes(stageOf(state));
}

/**
 * A person stops it from being forwarded; held already is no event. Throws `UsageError` when there is no sealed file, or
 * when it may be at the FBI already.
 */
export function hold(state: TransmissionState, data: Payload<'TransmissionHeld'>, stamp: Stamp): NewEvent[] {
  switch (stageOf(state)) {
    case 'held':
      return [];
    case 'sealed':
      return [{ ...stamp, type: 'TransmissionHeld', data }];
    case 'started':
    case 'refused':
      throw notSealed();
    case 'forwarding':
      throw new UsageError('It cannot be held any more: forwarding has begun, and it may have arrived.');
    case 'forwarded':
      throw new UsageError('It cannot be held any more: it was forwarded. What is wrong in it goes with the next one.');
    case 'acknowledged':
      throw new UsageError(
        'It cannot be held any more: the FBI has answered. What is wrong in it goes with the next one.',
      );
  }
}

/** A person lets it go on; no event when nobody holds it. */
export function release(state: TransmissionState, data: Payload<'TransmissionReleased'>, stamp: Stamp): NewEvent[] {
  return state.held ? [{ ...stamp, type: 'TransmissionReleased', data }] : [];
}

/**
 * An attempt to forward it begins. No event when one is on record, when it was forwarded, or when the FBI has answered.
 * Throws `UsageError` when there is no sealed file that the federal copy knows of, and when it is held.
 */
export function startForwarding(
  state: TransmissionState,
  data: Payload<'ForwardingStarted'>,
  stamp: Stamp,
): NewEvent[] {
  const stage = stageOf(state);
  if (stage === 'started' || stage === 'refused') throw notSealed();
  if (stage === 'held') throw new UsageError('It is held, and not forwarded before somebody releases it.');
  return stage === 'sealed' ? [{ ...stamp, type: 'ForwardingStarted', data }] : [];
}

/** It was handed over; again is no event. Throws `UsageError` when no attempt is on record. */
export function recordForwarded(
  state: TransmissionState,
  data: Payload<'TransmissionForwarded'>,
  stamp: Stamp,
): NewEvent[] {
  if (state.forwarded) return [];
  if (!state.forwarding) throw new UsageError('It cannot have been forwarded: nobody has begun to.');
  return [{ ...stamp, type: 'TransmissionForwarded', data }];
}

function notSealed(): UsageError {
  return new UsageError('There is no sealed file of it. The list of transmissions shows how far it is.');
}
