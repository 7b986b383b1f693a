import { entryOf, keyOf } from '../extract/month.ts';
import type { RejectedReport } from '../intake/rejected.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { reportStream } from '../ledger/streams.ts';

/** A rejection: which report, in which submission, and when. */
interface Rejection extends RejectedReport {
  stream: string;
  submission: string | undefined;
  at: string;
}

type ChunkProcessed = LedgerEvent<'ChunkProcessed'>;

/**
 * How many rejected reports of each of these lists are not put right: nothing was filed under their number since. A delete
 * that was rejected is put right also when the report is not there. Of a report without a legible number nobody can tell;
 * it stays open until the agency's next file of the month. Each list has the chunks of one agency and month, in order of
 * time.
 */
export async function countOpen(ledger: Ledger, lists: readonly (readonly ChunkProcessed[])[]): Promise<number[]> {
  const rejections = lists.map(rejectionsIn);
  const first = await ledger.readFirst(rejections.flat().map(({ stream }) => stream));
  return Promise.all(
    rejections.map(async (own, index) => {
      const isOpen = await Promise.all(
        own.map((rejection) => isStillOpen(ledger, rejection, first.get(rejection.stream))),
      );
      return isOpen.filter(Boolean).length + illegibleIn(lists[index] ?? []);
    }),
  );
}

/** The last rejection of each report that has a number. */
function rejectionsIn(chunks: readonly ChunkProcessed[]): Rejection[] {
  const rejections = new Map<string, Rejection>();
  for (const { data, cause, at } of chunks) {
    for (const rejected of data.rejected ?? []) {
      if (rejected.number === '') continue;
      const stream = reportStream(rejected.kind, data.ori, rejected.number);
      const rejection = { ...rejected, stream, submission: cause.submission, at };
      rejections.set(keyOf(rejection), rejection);
    }
  }
  return [...rejections.values()];
}

/** Most reports come for the first time after they were rejected, and their first event tells that. */
async function isStillOpen(ledger: Ledger, rejection: Rejection, first: LedgerEvent | undefined): Promise<boolean> {
  if (!first) return !rejection.deletes;
  if (isPutRight(rejection, [first]) && !rejection.deletes) return false;
  return !isPutRight(rejection, await ledger.read(rejection.stream));
}

function illegibleIn(chunks: readonly ChunkProcessed[]): number {
  const newest = chunks.at(-1)?.stream;
  const rejected = chunks.flatMap(({ stream, data }) => (stream === newest ? (data.rejected ?? []) : []));
  return rejected.filter(({ number }) => number === '').length;
}

/** Whether the report's events say that its rejection is of the past. */
function isPutRight(rejection: Rejection, events: readonly LedgerEvent[]): boolean {
  const { part, deletes } = rejection;
  const states = events.flatMap((event) => {
    const entry = entryOf(event.stream, event.version, event);
    return entry?.part === part ? [{ event, status: entry.status }] : [];
  });
  if (deletes && states.at(-1)?.status !== 'present') return true;
  return states.some(({ event }) => isAfter(event, rejection));
}

/** Within a file the place tells what is later, between files the time. */
function isAfter({ at, cause }: LedgerEvent, rejection: Rejection): boolean {
  if (cause.submission !== undefined && cause.submission === rejection.submission) {
    return (cause.record ?? 0) > rejection.record;
  }
  return at > rejection.at;
}
