import type { Payload } from '../../events/catalog.ts';
import type { Tally } from '../../events/submission.ts';
import { CorruptDataError, InvalidMessageError, TryAgainError } from '../errors.ts';
import type { Period } from '../nibrs/model/index.ts';
import { addAdoption } from '../state/index.ts';
import type { Fact, Fold, Stamp } from './decider.ts';
import type { NewEvent } from './port.ts';
import { submissionsKey, uploadsKey } from './streams.ts';

/** How far a submission has come, and what its chunks have added up to so far. */
export interface SubmissionState {
  version: number;
  status: 'unknown' | 'opened' | 'received' | 'split' | 'completed' | 'refused';
  /** What was said of the file before it came; undefined when nobody said anything. */
  opened: Payload<'SubmissionOpened'> | undefined;
  /** Why the file was refused, in one word; undefined when it was not. */
  refusal: string | undefined;
  /** How many chunks the file was cut into; 0 until it is split. */
  chunks: number;
  /** Numbers of the chunks that were processed. */
  done: ReadonlySet<number>;
  tally: Tally;
  /** SHA-256 of what orders to expunge a report have left of the file, each time. */
  redactions: ReadonlySet<string>;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return {
    records: 0,
    reports: 0,
    accepted: 0,
    rejected: 0,
    unchanged: 0,
    superseded: 0,
    acceptedRecords: 0,
    rejectedRecords: 0,
    errors: 0,
    warnings: 0,
    stateElements: 0,
    findingsByCode: {},
  };
}

/** The sum of two tallies, code by code and element by element. */
export function addTallies(one: Tally, other: Tally): Tally {
  const findingsByCode = { ...one.findingsByCode };
  for (const [code, count] of Object.entries(other.findingsByCode)) {
    findingsByCode[code] = (findingsByCode[code] ?? 0) + count;
  }
  return {
    records: one.records + other.records,
    reports: one.reports + other.reports,
    accepted: one.accepted + other.accepted,
    rejected: one.rejected + other.rejected,
    unchanged: one.unchanged + other.unchanged,
    superseded: one.superseded + other.superseded,
    acceptedRecords: one.acceptedRecords + other.acceptedRecords,
    rejectedRecords: one.rejectedRecords + other.rejectedRecords,
    errors: one.errors + other.errors,
    warnings: one.warnings + other.warnings,
    stateElements: one.stateElements + other.stateElements,
    findingsByCode,
    elements: one.elements || other.elements ? addAdoption(one.elements ?? {}, other.elements ?? {}) : undefined,
  };
}

/** The reason of a file that came with other content than was announced. The file itself may still come. */
export const damaged = 'damaged';

/**
 * A file is announced. No event when it was before; but when it came damaged, or when it is to go to another place than
 * `instead`, where it was announced for and cannot come to any more, it is announced anew.
 */
export function open(
  { status, refusal, opened }: SubmissionState,
  data: Payload<'SubmissionOpened'>,
  stamp: Stamp,
  instead?: string | undefined,
): NewEvent[] {
  const isNew = status === 'unknown' || (status === 'refused' && refusal === damaged);
  const isLost = status === 'opened' && opened?.key === instead;
  if (!isNew && !isLost) return [];
  return [{ ...stamp, type: 'SubmissionOpened', data, agencyPeriod: uploadsKey(stamp.at.slice(0, 7)) }];
}

/** The file, whose upload was opened in this month, has arrived; again is no event. */
export function receive(
  { status }: SubmissionState,
  data: Payload<'SubmissionReceived'>,
  month: Period,
  stamp: Stamp,
): NewEvent[] {
  if (status !== 'unknown' && status !== 'opened') return [];
  return [{ ...stamp, type: 'SubmissionReceived', data, agencyPeriod: uploadsKey(month) }];
}

/**
 * The file's frame is sound and it was cut into chunks, which may have been processed by now. No event once the file was
 * split or refused.
 */
export function split(state: SubmissionState, data: Payload<'SubmissionSplit'>, stamp: Stamp): NewEvent[] {
  if (state.status !== 'received') return [];
  const wasSplit: NewEvent = { ...stamp, type: 'SubmissionSplit', data, agencyPeriod: keyOf(data) };
  return [wasSplit, ...completion(data.chunks, state.done.size, state.tally, stamp)];
}

/** The file as a whole is refused. No event once the file was split or refused: what was decided first stands. */
export function refuse(state: SubmissionState, data: Payload<'SubmissionRefused'>, stamp: Stamp): NewEvent[] {
  return state.status === 'received' ? [{ ...stamp, type: 'SubmissionRefused', data }] : [];
}

/**
 * A chunk was processed; the last one completes the submission with the tally of all. A chunk that is on record is no
 * event. Throws `TryAgainError` when the submission is not on record yet, `InvalidMessageError` when it was refused or
 * has no such chunk.
 */
export function recordChunk(state: SubmissionState, data: Payload<'ChunkProcessed'>, stamp: Stamp): NewEvent[] {
  if (state.done.has(data.chunk)) return [];
  if (state.status === 'unknown' || state.status === 'opened') {
    throw new TryAgainError(`Chunk ${data.chunk} came before its submission was on record: deliver it again`);
  }
  if (state.status !== 'received' && data.chunk >= state.chunks) {
    throw new InvalidMessageError(`There is no chunk ${data.chunk}: the submission has ${state.chunks}, from 0`);
  }
  const processed: NewEvent = { ...stamp, type: 'ChunkProcessed', data, agencyPeriod: keyOf(data) };
  const tally = addTallies(state.tally, data.tally);
  return [processed, ...completion(state.chunks, state.done.size + 1, tally, stamp)];
}

/** A report is taken out of the file, in whatever state the submission is; again is no event. */
export function redact(state: SubmissionState, data: Payload<'UploadRedacted'>, stamp: Stamp): NewEvent[] {
  return state.redactions.has(data.sha256) ? [] : [{ ...stamp, type: 'UploadRedacted', data }];
}

/** The month's files are found under its key; a supplement belongs to no month. */
function keyOf({ period, supplement }: { period?: string | undefined; supplement?: true | undefined }) {
  return period === undefined || supplement ? undefined : submissionsKey(period);
}

/** The event that ends a submission, once it is known how many chunks there are (0 is not yet) and all are done. */
function completion(chunks: number, done: number, tally: Tally, stamp: Stamp): NewEvent[] {
  return chunks > 0 && done >= chunks ? [{ ...stamp, type: 'SubmissionCompleted', data: { tally } }] : [];
}

function evolve(state: SubmissionState, event: Fact): SubmissionState {
  const version = state.version + 1;
  switch (event.type) {
    case 'SubmissionOpened':
      return { ...state, version, status: 'opened', opened: event.data, refusal: undefined };
    case 'SubmissionReceived':
      return { ...state, version, status: 'received' };
    case 'SubmissionSplit':
      return { ...state, version, status: 'split', chunks: event.data.chunks };
    case 'ChunkProcessed': {
      const { chunk, tally } = event.data;
      return { ...state, version, done: new Set([...state.done, chunk]), tally: addTallies(state.tally, tally) };
    }
    case 'SubmissionCompleted':
      return { ...state, version, status: 'completed' };
    case 'SubmissionRefused':
      return { ...state, version, status: 'refused', refusal: event.data.reason };
    case 'UploadRedacted':
      return { ...state, version, redactions: new Set([...state.redactions, event.data.sha256]) };
    default:
      throw new CorruptDataError(`A submission's stream holds a ${event.type} as event ${version}`);
  }
}

/** How a submission's events add up. */
export const submissionFold: Fold<SubmissionState> = {
  initialState: {
    version: 0,
    status: 'unknown',
    opened: undefined,
    refusal: undefined,
    chunks: 0,
    done: new Set(),
    tally: emptyTally(),
    redactions: new Set(),
  },
  evolve,
};
