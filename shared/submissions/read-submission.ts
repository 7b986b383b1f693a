import type { Payload } from '../../events/catalog.ts';
import type { Tally } from '../../events/submission.ts';
import { parseUploadKey } from '../intake/upload-key.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { submissionStream } from '../ledger/streams.ts';
import { addTallies, emptyTally } from '../ledger/submissions.ts';

/** Where a submission stands, from its events. */
export interface SubmissionStatus {
  id: string;
  /** What was said of the file before it came, last, and who said so; undefined when nobody said anything. */
  opened: LedgerEvent<'SubmissionOpened'> | undefined;
  received: Payload<'SubmissionReceived'> | undefined;
  split: Payload<'SubmissionSplit'> | undefined;
  refused: Payload<'SubmissionRefused'> | undefined;
  completed: boolean;
  /** When it was completed or refused; undefined before. ISO 8601, UTC. */
  endedAt: string | undefined;
  /** Of the chunks processed so far. */
  tally: Tally;
  /** The chunks processed so far. */
  chunks: Payload<'ChunkProcessed'>[];
}

/** A submission's events, added up. */
export async function readSubmission({ ledger }: { ledger: Ledger }, id: string): Promise<SubmissionStatus> {
  return (await ledger.read(submissionStream(id))).reduce(add, unknownSubmission(id));
}

/** A submission of which nothing is on record. */
export function unknownSubmission(id: string): SubmissionStatus {
  const nothing = { opened: undefined, received: undefined, split: undefined, refused: undefined, endedAt: undefined };
  return { id, ...nothing, completed: false, tally: emptyTally(), chunks: [] };
}

function add(status: SubmissionStatus, event: LedgerEvent): SubmissionStatus {
  switch (event.type) {
    // A file that came damaged may be announced once more.
    case 'SubmissionOpened':
      return { ...status, opened: event, received: undefined, refused: undefined, endedAt: undefined };
    case 'SubmissionReceived':
      return { ...status, received: event.data };
    case 'SubmissionSplit':
      return { ...status, split: event.data };
    case 'SubmissionRefused':
      return { ...status, refused: event.data, endedAt: event.at };
    case 'SubmissionCompleted':
      return { ...status, completed: true, endedAt: event.at };
    case 'ChunkProcessed':
      return { ...status, tally: addTallies(status.tally, event.data.tally), chunks: [...status.chunks, event.data] };
    default:
      return status;
  }
}

/** In whose name a file was uploaded, when its upload was opened, and what it is called. */
export interface Upload {
  uploader: string;
  openedAt: Date;
  fileName: string;
}

/** The upload of a submission; undefined when there is no such submission. */
export function uploadOf({ opened, received }: Pick<SubmissionStatus, 'opened' | 'received'>): Upload | undefined {
  const said = received ?? opened?.data;
  if (!said) return undefined;
  const { uploader, openedAt } = parseUploadKey(said.key);
  return { uploader, openedAt, fileName: said.fileName };
}

/** Objects in the work bucket that hold a submission's findings, one a line. */
export function findingsKeysOf({ chunks }: SubmissionStatus): string[] {
  return chunks.flatMap(({ findingsKey }) => findingsKey ?? []);
}
