import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from '../../events/catalog.ts';
import type { Tally } from '../../events/submission.ts';
import { submissionId } from '../../shared/intake/receive.ts';
import { submissionStream } from '../../shared/ledger/streams.ts';
import { addTallies, emptyTally } from '../../shared/ledger/submissions.ts';
import { readReports } from '../../shared/nibrs/flatfile/reports.ts';
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
  for await (const reports of readReports(hashed(), { stateLevels })) {
    count.reports += reports.length;
    for (const { records } of reports) count.records += records.length;
  }
  return { ...count, sha256: hash.digest('hex') };
}

/**
 * Uploads a file as an agency would, and gives the submission's id when the file was split into work or refused: what
 * is uploaded after that cannot overtake it.
 */
export async function submitFile(repository: Repository, file: InputFile, sha256: string): Promise<string> {
  const id = submissionId(file.name, sha256);
  const location = { bucket: repository.buckets.inbox, key: `submissions/${id}/${file.name}` };
  await repository.objects.stream(location, file.open(), 'text/plain');
  await untilReceived(repository, id);
  return id;
}

/**
 * Waits until the file's share of the work is on the queues: the submission is split before its chunks are sent, so the
 * message about the upload has to be gone too. Ends as well when nothing moves any more: then that message was given up.
 */
async function untilReceived(repository: Repository, id: string): Promise<void> {
  let idle = false;
  const atRest = () => {
    idle = true;
  };
  const watch = repository.idle().then(atRest, atRest);
  for (;;) {
    const nothingMoves = idle;
    const { split, refused } = await readSubmission(repository, id);
    if (refused || nothingMoves || (split && (await repository.intakeIsEmpty()))) return;
    await Promise.race([watch, sleep(pause)]);
  }
}

/** Between two looks at a submission, milliseconds. */
const pause = 25;

/** The submission's events, added up. */
export async function readSubmission(repository: Repository, id: string): Promise<SubmissionStatus> {
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

/** Ids of all submissions ever uploaded, the newest first. */
export async function listSubmissions(repository: Repository): Promise<string[]> {
  const uploads = await repository.uploads();
  const newestFirst = uploads.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  // Keys are submissions/<id>/<file name>.
  return newestFirst.map(({ key }) => key.split('/')[1] ?? '');
}
