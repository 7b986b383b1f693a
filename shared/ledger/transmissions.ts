import type { Payload } from '../../events/catalog.ts';
import { CorruptDataError, InvalidMessageError, TryAgainError } from '../errors.ts';
import type { Fact, Fold, Stamp } from './decider.ts';
import type { NewEvent } from './port.ts';

/** How far a transmission has come. At most one of `sealed` and `refused` is set. */
export interface TransmissionState {
  version: number;
  started?: Payload<'TransmissionStarted'>;
  /** By ORI. */
  parts: ReadonlyMap<string, Payload<'PartBuilt'>>;
  sealed?: Payload<'TransmissionSealed'>;
  refused?: Payload<'TransmissionRefused'>;
  /** Whether the federal copy knows of it, once it is sealed. */
  copied: boolean;
  /** Set while a person holds it. */
  held?: Payload<'TransmissionHeld'>;
  /** An attempt to forward it is on record: from then on it may have arrived. */
  forwarding?: Payload<'ForwardingStarted'>;
  forwarded?: Payload<'TransmissionForwarded'>;
  /** What the FBI has answered, by the SHA-256 of the answer. */
  answers: ReadonlyMap<string, Payload<'TransmissionAcknowledged'>>;
  /** What was handed in as its answer and could not be taken, in the same way. */
  refusedAnswers: ReadonlyMap<string, Payload<'AnswerRefused'>>;
}

/** Whether nothing more will happen with the transmission, so that the next one can rely on the federal copy. */
export function isFinished({ sealed, refused, copied }: TransmissionState): boolean {
  return refused !== undefined || (sealed !== undefined && copied);
}

/** Whether every agency of the transmission has its part. */
export function allPartsBuilt({ started, parts }: TransmissionState): boolean {
  return started?.agencies.every((ori) => parts.has(ori)) ?? false;
}

/** The transmission begins; again is no event. */
export function start(state: TransmissionState, data: Payload<'TransmissionStarted'>, stamp: Stamp): NewEvent[] {
  return state.started ? [] : [{ ...stamp, type: 'TransmissionStarted', data }];
}

/**
 * An agency's part was written; no event when the agency has one. Throws `TryAgainError` when the transmission has not
 * started, `InvalidMessageError` when the agency is not in it.
 */
export function recordPart(state: TransmissionState, data: Payload<'PartBuilt'>, stamp: Stamp): NewEvent[] {
  if (!state.started) throw new TryAgainError(`The part of ${data.ori} came before its transmission was started`);
  if (!state.started.agencies.includes(data.ori)) {
    throw new InvalidMessageError(`${data.ori} has no part in the transmission ${state.started.fileName}`);
  }
  return state.parts.has(data.ori) ? [] : [{ ...stamp, type: 'PartBuilt', data }];
}

/** The file was written and is final. No event once sealed or refused. Throws `TryAgainError` while parts are missing. */
export function seal(state: TransmissionState, data: Payload<'TransmissionSealed'>, stamp: Stamp): NewEvent[] {
  if (isClosed(state)) return [];
  return [{ ...stamp, type: 'TransmissionSealed', data }];
}

/** The file did not pass and will not be sent. No event once sealed or refused. Throws `TryAgainError` while parts are missing. */
export function refuse(state: TransmissionState, data: Payload<'TransmissionRefused'>, stamp: Stamp): NewEvent[] {
  if (isClosed(state)) return [];
  return [{ ...stamp, type: 'TransmissionRefused', data }];
}

/** The federal copy was brought up to the transmission; again is no event. Throws `TryAgainError` before the seal. */
export function recordCopy(state: TransmissionState, data: Payload<'FederalCopyUpdated'>, stamp: Stamp): NewEvent[] {
  if (!state.sealed) throw new TryAgainError('The transmission is not sealed yet');
  return state.copied ? [] : [{ ...stamp, type: 'FederalCopyUpdated', data }];
}

/** An answer of the FBI was recorded on its reports; again is no event. Throws `TryAgainError` before `recordCopy`. */
export function acknowledge(
  state: TransmissionState,
  data: Payload<'TransmissionAcknowledged'>,
  stamp: Stamp,
): NewEvent[] {
  if (!state.copied) throw new TryAgainError('The federal copy does not know of the transmission yet');
  return state.answers.has(data.sha256) ? [] : [{ ...stamp, type: 'TransmissionAcknowledged', data }];
}

/** What was handed in as an answer cannot be taken; again is no event. */
export function refuseAnswer(state: TransmissionState, data: Payload<'AnswerRefused'>, stamp: Stamp): NewEvent[] {
  return state.refusedAnswers.has(data.sha256) ? [] : [{ ...stamp, type: 'AnswerRefused', data }];
}

function isClosed(state: TransmissionState): boolean {
  if (!allPartsBuilt(state)) throw new TryAgainError('The transmission does not have all of its parts yet');
  return state.sealed !== undefined || state.refused !== undefined;
}

function evolve(state: TransmissionState, event: Fact): TransmissionState {
  const version = state.version + 1;
  switch (event.type) {
    case 'TransmissionStarted':
      return { ...state, version, started: event.data };
    case 'PartBuilt':
      return { ...state, version, parts: new Map([...state.parts, [event.data.ori, event.data]]) };
    case 'TransmissionSealed':
      return { ...state, version, sealed: event.data };
    case 'TransmissionRefused':
      return { ...state, version, refused: event.data };
    case 'FederalCopyUpdated':
      return { ...state, version, copied: true };
    case 'TransmissionHeld':
      return { ...state, version, held: event.data };
    case 'TransmissionReleased': {
      const { held: _, ...released } = state;
      return { ...released, version };
    }
    case 'ForwardingStarted':
      return { ...state, version, forwarding: event.data };
    case 'TransmissionForwarded':
      return { ...state, version, forwarded: event.data };
    case 'TransmissionAcknowledged':
      return { ...state, version, answers: new Map([...state.answers, [event.data.sha256, event.data]]) };
    case 'AnswerRefused':
      return { ...state, version, refusedAnswers: new Map([...state.refusedAnswers, [event.data.sha256, event.data]]) };
    default:
      throw new CorruptDataError(`A transmission's stream holds a ${event.type} as event ${version}`);
  }
}

/** How a transmission's events add up. */
export const transmissionFold: Fold<TransmissionState> = {
  initialState: { version: 0, parts: new Map(), copied: false, answers: new Map(), refusedAnswers: new Map() },
  evolve,
};
