import type { Payload } from '../../events/catalog.ts';
import { parseUploadKey } from '../intake/upload-key.ts';
import type { Ledger } from '../ledger/port.ts';
import { submissionStream, submissionsKey, warningsStream } from '../ledger/streams.ts';
import { mapInOrder } from '../map-in-order.ts';
import type { Period } from '../nibrs/model/index.ts';
import { readSubmission } from '../submissions/read-submission.ts';
import type { FoundUpload } from './found.ts';
import { type Settlement, settlementsIn } from './warnings.ts';

/** A chunk of a submission. */
export interface ScopeChunk extends Payload<'ChunkProcessed'> {
  submission: string;
}

/** Where to look for findings. */
export interface Scope {
  /** For which month the FBI's findings are looked up; undefined where it has none. */
  period: Period | undefined;
  submission: string | undefined;
  chunks: readonly ScopeChunk[];
}

/**
 * A submission. Of it a caller is told what was found on reports that they may see, and in a file of their own also that it
 * has reports which may not be in it.
 */
export async function scopeOfSubmission(
  ledger: Ledger,
  submission: string,
  maySee: (ori: string) => boolean,
): Promise<Scope> {
  const { split, opened, chunks } = await readSubmission({ ledger }, submission);
  const isOwn = opened !== undefined && maySee(opened.data.agency);
  const shown = chunks.filter(({ ori }) => maySee(ori) || (isOwn && split?.foreign?.includes(ori)));
  return {
    period: split?.supplement ? undefined : split?.period,
    submission,
    chunks: shown.map((chunk) => ({ ...chunk, submission })),
  };
}

/** All submissions of a month, as far as a caller may see them. From the ledger's index, which may lag a moment behind. */
export async function scopeOfMonth(ledger: Ledger, period: Period, maySee: (ori: string) => boolean): Promise<Scope> {
  const chunks = (await ledger.listKey(submissionsKey(period))).flatMap(({ type, data, stream }) =>
    type === 'ChunkProcessed' && maySee(data.ori)
      ? [{ ...data, submission: stream.slice(submissionStream('').length) }]
      : [],
  );
  return { period, submission: undefined, chunks };
}

/** The files of submissions, as they were announced or came first. */
export async function uploadsOf(ledger: Ledger, submissions: readonly string[]): Promise<Map<string, FoundUpload>> {
  const first = await ledger.readFirst(submissions.map(submissionStream));
  return new Map(
    submissions.flatMap((submission) => {
      const event = first.get(submissionStream(submission));
      if (event?.type !== 'SubmissionOpened' && event?.type !== 'SubmissionReceived') return [];
      const { fileName, key } = event.data;
      const uploadedBy = event.type === 'SubmissionOpened' ? event.by : null;
      return [[submission, { fileName, uploadedBy, openedAt: parseUploadKey(key).openedAt }]];
    }),
  );
}

/** What the warnings of submissions are settled as, by submission and finding. */
export async function settlementsOf(
  ledger: Ledger,
  submissions: readonly string[],
): Promise<Map<string, Map<string, Settlement>>> {
  const first = await ledger.readFirst(submissions.map(warningsStream));
  const settled = submissions.filter((submission) => first.has(warningsStream(submission)));
  return new Map(
    await mapInOrder(settled, async (submission) => {
      return [submission, settlementsIn(await ledger.read(warningsStream(submission)))] as const;
    }),
  );
}
