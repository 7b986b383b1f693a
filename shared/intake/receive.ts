import { createHash } from 'node:crypto';
import { InvalidMessageError } from '../errors.ts';
import { fold } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { submissionStream } from '../ledger/streams.ts';
import { damaged, receive, refuse, type SubmissionState, split, submissionFold } from '../ledger/submissions.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { Clock, Log, ObjectLocation, Objects, Outgoing, Queue } from '../ports.ts';
import type { StateProfile } from '../state/index.ts';
import { mayFile } from './foreign.ts';
import type { ReportsChunk } from './messages.ts';
import { periodOf } from './period.ts';
import { readFile } from './read-file.ts';
import type { Refusal } from './refusal.ts';
import { type Chunk, type ChunkLimits, ChunkSplitter } from './split.ts';
import { findUpload, parseUploadKey, uploadsOf, uploadsSince } from './upload-key.ts';

export interface ReceiveDependencies {
  objects: Objects;
  ledger: Ledger;
  chunks: Queue<ReportsChunk>;
  profile: StateProfile | undefined;
  /** How large chunks get; the default suits the functions' size. */
  limits?: ChunkLimits | undefined;
  clock: Clock;
  log: Log;
}

const by = 'receive-submission';

/** What can become of a file. */
export type ReceivedAs = 'split' | 'refused';

/**
 * Receives one uploaded file, and before it the same uploader's earlier ones that nobody has received yet: notifications
 * come in any order and large files take longer, but a correction must reach its agency's queue after what it corrects.
 * May be done again, and by several workers at once: nothing is recorded twice, and the chunks are the same.
 *
 * Gives what became of each file that was received now. Throws `InvalidMessageError` for an object that is not in its
 * place, or that is not the file received under this id.
 */
export async function receiveFile(deps: ReceiveDependencies, location: ObjectLocation): Promise<ReceivedAs[]> {
  const outcomes: (ReceivedAs | undefined)[] = [];
  for (const key of await unreceivedBefore(deps, location)) {
    try {
      outcomes.push(await receiveOne(deps, await deps.objects.current({ bucket: location.bucket, key })));
    } catch (error) {
      // It fails again under its own notification, and must not hold up those behind it.
      if (!(error instanceof InvalidMessageError)) throw error;
    }
  }
  outcomes.push(await receiveOne(deps, location));
  return outcomes.filter((outcome) => outcome !== undefined);
}

/** How far back an uploader's earlier files are looked for; an upload has to begin within an hour of being opened. */
const lookBackMillis = 24 * 60 * 60 * 1000;

/** Keys of earlier uploads, the oldest first, up to the last one that was received: it had the same care. */
async function unreceivedBefore({ objects, ledger }: ReceiveDependencies, { bucket, key }: ObjectLocation) {
  const { uploader, openedAt } = parseUploadKey(key);
  const after = uploadsSince(uploader, new Date(openedAt.getTime() - lookBackMillis));
  const earlier: { other: string; id: string }[] = [];
  for await (const other of objects.list(bucket, { prefix: uploadsOf(uploader), after })) {
    if (other >= key) break;
    const upload = findUpload(other);
    if (upload) earlier.unshift({ other, id: upload.id });
  }
  const unreceived: string[] = [];
  for (const { other, id } of earlier) {
    if (isSettled(fold(submissionFold, await ledger.read(submissionStream(id))).status)) break;
    unreceived.unshift(other);
  }
  return unreceived;
}

/**
 * Looks whether a file is the one that was announced, whether it can be a NIBRS flat file or a supplement, checks its frame,
 * and either refuses it or cuts it into chunks, one agency each, for `processChunk`. Reads the file once, in constant memory but for the list of chunks. The chunks are
 * sent before the split is recorded, so a file on record as split is on its way and not read again.
 */
async function receiveOne(deps: ReceiveDependencies, location: ObjectLocation): Promise<ReceivedAs | undefined> {
  const { id, openedAt, fileName: nameInKey } = parseUploadKey(location.key);
  const stream = submissionStream(id);
  const onRecord = await deps.ledger.read(stream);
  if (isReceived(onRecord, location)) return undefined;
  const { status, redactions, opened } = fold(submissionFold, onRecord);
  refuseOtherPlace(opened, location);
  // The version that was notified of is gone where an order has had the file written anew.
  const file = redactions.size > 0 ? await deps.objects.current(location) : location;
  const stamp = { at: deps.clock().toISOString(), by, cause: { submission: id } };

  const { bytes, sha256, ...content } = await readUpload(deps, file);
  const isRedacted = redactions.has(sha256);
  if (isRedacted && isSettled(status)) return undefined;
  if (!isRedacted && status !== 'opened') refuseOtherContent(onRecord, id, sha256);
  const fileName = opened?.fileName ?? nameInKey;
  const received = { ...file, fileName, bytes, sha256 };
  const month = openedAt.toISOString().slice(0, 7);
  await execute(deps.ledger, stream, submissionFold, (state) => receive(state, received, month, stamp));

  const { records, reports, chunks, columns } = content;
  const isDamaged = opened !== undefined && !isRedacted && (opened.sha256 !== sha256 || opened.bytes !== bytes);
  const refusal = isDamaged ? damagedFile : (content.refusal ?? (chunks.length === 0 ? noReports : undefined));
  if (refusal) {
    const { events } = await execute(deps.ledger, stream, submissionFold, (state) =>
      refuse(state, { ...refusal, records }, stamp),
    );
    deps.log.info('The file was refused', { submission: id, reason: refusal.reason });
    return events.length > 0 ? 'refused' : undefined;
  }

  const period = content.period ?? stamp.at.slice(0, 7);
  const agencies = [...new Set(chunks.map(({ ori }) => ori))];
  const foreign = agencies.filter((ori) => !mayFile(opened?.oris, ori));
  const wasSplit = {
    period,
    records,
    reports,
    agencies,
    ...(foreign.length > 0 && { foreign }),
    chunks: chunks.length,
    ...(columns && { supplement: true as const }),
  };
  const oris = opened?.oris;
  await deps.chunks.send(messagesOf(chunks, { submission: id, ...file, fileName, period, columns, oris }));
  const { events } = await execute(deps.ledger, stream, submissionFold, (state) => split(state, wasSplit, stamp));
  deps.log.info('The file was split', { submission: id, records, reports, chunks: chunks.length });
  // Another worker may have been quicker: then it is that one's.
  return events.length > 0 ? 'split' : undefined;
}

/**
 * Whether just this object was refused or split before, even where the file is announced anew since; the same content
 * uploaded anew is read, to see that it is.
 */
function isReceived(events: readonly LedgerEvent[], { key, versionId }: ObjectLocation): boolean {
  if (fold(submissionFold, events).status === 'received') return false;
  return events.some(
    ({ type, data }) => type === 'SubmissionReceived' && data.key === key && data.versionId === versionId,
  );
}

/** Whether it was decided what becomes of the file: it was refused or split. */
function isSettled(status: SubmissionState['status']): boolean {
  return status === 'split' || status === 'completed' || status === 'refused';
}

const noReports: Refusal = {
  reason: 'empty',
  message: 'The file holds no records.',
  hint: 'Export the month from your records system once more and send that file.',
};

const damagedFile: Refusal = {
  reason: damaged,
  message: 'The file came with other content than was announced: it was changed or cut off on the way.',
  hint: 'Nothing of the file was filed. Upload it again.',
};

/** Everything that a file is found to be in one reading. */
interface Upload {
  bytes: number;
  sha256: string;
  records: number;
  reports: number;
  /** Of the first report that has one; a supplement has none. */
  period: Period | undefined;
  /** Of a supplement. */
  columns: string[] | undefined;
  chunks: Chunk[];
  refusal: Refusal | undefined;
}

async function readUpload(
  { objects, profile, limits }: ReceiveDependencies,
  location: ObjectLocation,
): Promise<Upload> {
  const hash = createHash('sha256');
  const splitter = new ChunkSplitter(limits);
  const upload: Omit<Upload, 'sha256' | 'chunks'> = {
    bytes: 0,
    records: 0,
    reports: 0,
    period: undefined,
    columns: undefined,
    refusal: undefined,
  };

  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of await objects.read(location)) {
      hash.update(piece);
      upload.bytes += piece.byteLength;
      yield piece;
    }
  }
  for await (const part of readFile(hashed(), profile)) {
    if ('refusal' in part) {
      upload.refusal = part.refusal;
      continue;
    }
    if ('reports' in part) upload.period ??= part.reports.map(periodOf).find((period) => period !== undefined);
    else upload.columns = [...part.columns];
    for (const source of 'reports' in part ? part.reports : part.supplements) {
      splitter.push(source);
      upload.reports += 1;
      upload.records += source.records.length;
    }
  }
  return { ...upload, sha256: hash.digest('hex'), chunks: splitter.end() };
}

/** A file that was announced comes to the place that was given to it, and its uploader is who may put it there. */
function refuseOtherPlace(opened: SubmissionState['opened'], { key }: ObjectLocation): void {
  if (opened === undefined || opened.key === key) return;
  throw new InvalidMessageError(`Object ${key} is of a submission that was opened for ${opened.key}. Upload it there.`);
}

/** An id is given to one content for good. */
function refuseOtherContent(events: readonly LedgerEvent[], id: string, sha256: string): void {
  const received = events.findLast((event) => event.type === 'SubmissionReceived');
  if (received && received.data.sha256 !== sha256) {
    throw new InvalidMessageError(
      `Submission ${id} was received with other content. Upload the file under its own id.`,
    );
  }
}

/** The first chunk has the file's first ORI, whose first two characters are the state (edit 059). */
function messagesOf(
  chunks: readonly Chunk[],
  file: Omit<ReportsChunk, 'chunk' | 'ori' | 'ranges' | 'stateCode'>,
): Outgoing<ReportsChunk>[] {
  const stateCode = chunks[0]?.ori.slice(0, 2) ?? '';
  return chunks.map(({ number, ori, ranges }) => ({
    body: { ...file, chunk: number, ori, stateCode, ranges },
    group: ori,
    dedupe: `${file.submission}-${number}`,
  }));
}
