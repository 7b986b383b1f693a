import { createHash } from 'node:crypto';
import type { Payload } from '../../events/catalog.ts';
import type { Tally } from '../../events/submission.ts';
import { submissionId } from '../../shared/intake/receive.ts';
import { allUploads, findUpload, uploadKey, uploadsOf } from '../../shared/intake/upload-key.ts';
import { uploadedReports } from '../../shared/intake/uploaded-reports.ts';
import { submissionStream } from '../../shared/ledger/streams.ts';
import { addTallies, emptyTally } from '../../shared/ledger/submissions.ts';
import type { InputFile } from '../input.ts';
import type { Repository } from './repository.ts';

/** What the command itself counted in a file, whatever becomes of it. */
export interface FileCount {
  bytes: number;
  sha256: string;
  records: number;
  reports: number;
}

/** Where a submission stands, from its events. */
export interface SubmissionStatus {
  id: string;
  received: Payload<'SubmissionReceived'> | undefined;
  split: Payload<'SubmissionSplit'> | undefined;
  refused: Payload<'SubmissionRefused'> | undefined;
  completed: boolean;
  /** Of the chunks processed so far. */
  tally: Tally;
  /** Objects in the work bucket that hold findings, one a line. */
  findingsKeys: string[];
}

/** Reads a file once and counts it. `stateLevels` are those of the state profile. */
export async function countFile(file: InputFile, stateLevels: ReadonlySet<string>): Promise<FileCount> {
  const hash = createHash('sha256');
  const count = { bytes: 0, records: 0, reports: 0 };
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of file.open()) {
      hash.update(chunk);
      count.bytes += chunk.byteLength;
      yield chunk;
    }
  }
  for await (const reports of uploadedReports(hashed(), stateLevels)) {
    count.reports += reports.length;
    for (const { records } of reports) count.records += records.length;
  }
  return { ...count, sha256: hash.digest('hex') };
}

/** Uploads a file as an agency would, and gives the submission's id. Files are processed in the order of this call. */
export async function submitFile(repository: Repository, file: InputFile, sha256: string): Promise<string> {
  const { objects, buckets, uploader, openUpload } = repository;
  const id = submissionId(file.name, sha256);
  const key = uploadKey({ uploader, openedAt: openUpload(), id, fileName: file.name });
  await objects.stream({ bucket: buckets.inbox, key }, file.open(), 'text/plain');
  return id;
}

/** The submission's events, added up. */
export async function readSubmission(repository: Pick<Repository, 'ledger'>, id: string): Promise<SubmissionStatus> {
  const status: SubmissionStatus = {
    id,
    received: undefined,
    split: undefined,
    refused: undefined,
    completed: false,
    tally: emptyTally(),
    findingsKeys: [],
  };
  for (const event of await repository.ledger.read(submissionStream(id))) {
    if (event.type === 'SubmissionReceived') status.received = event.data;
    if (event.type === 'SubmissionSplit') status.split = event.data;
    if (event.type === 'SubmissionRefused') status.refused = event.data;
    if (event.type === 'SubmissionCompleted') status.completed = true;
    if (event.type === 'ChunkProcessed') {
      status.tally = addTallies(status.tally, event.data.tally);
      if (event.data.findingsKey) status.findingsKeys.push(event.data.findingsKey);
    }
  }
  return status;
}

/** Ids of all submissions that this repository's uploader ever uploaded, the newest first. */
export async function listSubmissions(repository: Repository): Promise<string[]> {
  return (await idsUnder(repository, uploadsOf(repository.uploader))).reverse();
}

/** Ids of all submissions that anybody ever uploaded. */
export function listAllSubmissions(repository: Repository): Promise<string[]> {
  return idsUnder(repository, allUploads);
}

/** A file that was uploaded again is the same submission, in the place of its last upload. */
async function idsUnder({ objects, buckets }: Repository, prefix: string): Promise<string[]> {
  const ids = new Set<string>();
  for await (const key of objects.list(buckets.inbox, { prefix })) {
    const id = findUpload(key)?.id;
    if (id === undefined) continue;
    ids.delete(id);
    ids.add(id);
  }
  return [...ids];
}
