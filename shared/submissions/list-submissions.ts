import { compareText } from '../compare.ts';
import { parseUploadKey } from '../intake/upload-key.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { submissionStream, submissionsKey, uploadsKey } from '../ledger/streams.ts';
import { mapInOrder } from '../map-in-order.ts';
import { monthBefore, type Period } from '../nibrs/model/index.ts';
import { type MaySee, maySeeSubmission } from './may-see.ts';
import { readSubmission, type SubmissionStatus, uploadOf } from './read-submission.ts';

/** A place in the list of all submissions. */
export interface SubmissionPlace {
  /** When the upload was opened, ISO 8601, UTC. */
  at: string;
  id: string;
}

/** Which submissions to list. */
export interface SubmissionsAsked {
  maySee: MaySee;
  /** Those of this month; of any where it is absent. */
  period?: Period | undefined;
  /** What else is asked of a submission. */
  passes(submission: SubmissionStatus): boolean;
  limit: number;
  /** Where the page before has ended. */
  after?: SubmissionPlace | undefined;
  now: Date;
}

/** So many months are looked back. */
const months = 24;
/** So many submissions are looked at for a page, which may turn out shorter than its limit. */
const mostLookedAt = 1_000;
/** So many are read ahead. */
const together = 25;

/**
 * Submissions that a caller may see, the newest first, and where the list goes on; no such place when this is the end. Found
 * through the ledger's index, which may lag a moment behind.
 */
export async function listSubmissions(
  ledger: Ledger,
  asked: SubmissionsAsked,
): Promise<{ items: SubmissionStatus[]; next: SubmissionPlace | undefined }> {
  const items: SubmissionStatus[] = [];
  let end = asked.after;
  let lookedAt = 0;
  for await (const { submission, place } of newestFirst(ledger, asked)) {
    if (lookedAt === mostLookedAt) return { items, next: end };
    lookedAt += 1;
    if (maySeeSubmission(submission, asked.maySee) && asked.passes(submission)) {
      if (items.length === asked.limit) return { items, next: end };
      items.push(submission);
    }
    end = place;
  }
  return { items, next: undefined };
}

async function* newestFirst(ledger: Ledger, { maySee, period, after, now }: SubmissionsAsked) {
  const ofPeriod = period === undefined ? undefined : await streamsOf(ledger, period);
  const thisMonth = now.toISOString().slice(0, 7);
  const oldest = monthBefore(thisMonth, months - 1);
  for (let month = after?.at.slice(0, 7) ?? thisMonth; month >= oldest; month = monthBefore(month)) {
    const places = placesIn(await ledger.listKey(uploadsKey(month)), maySee).filter(
      (place) =>
        (!after || compare(place, after) > 0) && (ofPeriod === undefined || ofPeriod.has(submissionStream(place.id))),
    );
    for (let start = 0; start < places.length; start += together) {
      const read = mapInOrder(places.slice(start, start + together), async (place) => {
        return { place, submission: await readSubmission({ ledger }, place.id) };
      });
      // One that was announced anew stands where it was announced last.
      yield* (await read).filter(({ place, submission }) => isAt(submission, place));
    }
  }
}

/** The streams of the submissions with reports of a month. */
async function streamsOf(ledger: Ledger, period: Period): Promise<Set<string>> {
  const events = await ledger.listKey(submissionsKey(period));
  return new Set(events.filter(({ type }) => type === 'SubmissionSplit').map(({ stream }) => stream));
}

/** Where the submissions of a month's events stand, without those of which it is clear that the caller may not see them. */
function placesIn(events: readonly LedgerEvent[], maySee: MaySee): SubmissionPlace[] {
  const places = new Map<string, SubmissionPlace>();
  const others = new Set<string>();
  for (const { type, stream, data } of events) {
    if (type !== 'SubmissionOpened' && type !== 'SubmissionReceived') continue;
    const { id, openedAt } = parseUploadKey(data.key);
    places.set(stream, { at: openedAt.toISOString(), id });
    if ('oris' in data && data.oris && ![data.agency, ...data.oris].some(maySee)) others.add(stream);
  }
  for (const stream of others) places.delete(stream);
  return [...places.values()].sort(compare);
}

/** The newest first. */
function compare(one: SubmissionPlace, other: SubmissionPlace): number {
  return compareText(other.at, one.at) || compareText(one.id, other.id);
}

function isAt(submission: SubmissionStatus, { at }: SubmissionPlace): boolean {
  return uploadOf(submission)?.openedAt.toISOString() === at;
}
