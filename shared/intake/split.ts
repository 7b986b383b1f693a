import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { oriPattern } from '../nibrs/model/index.ts';
import type { ByteRange } from './messages.ts';

/** Group of a file in which no record has a well-formed ORI. Its reports will all be findings. */
export const NO_AGENCY = 'NOAGENCY0';

/** A share of one agency's reports in one file, in the order of the file. */
export interface Chunk {
  /** From 0, in the order in which the chunks begin in the file. */
  number: number;
  ori: string;
  ranges: ByteRange[];
}

/** A chunk takes no further report once it has so many of them, or so many bytes. */
export interface ChunkLimits {
  reports: number;
  bytes: number;
}

/**
 * One chunk is one message, one read, a handful of transactions: small enough that a function does several in its time,
 * large enough that their fixed costs do not count.
 */
export const defaultLimits: ChunkLimits = { reports: 500, bytes: 1_048_576 };

/** A report as far as splitting looks at it; the rows of a supplement under one number have no action. */
export interface Splittable extends Pick<SourceReport, 'records'> {
  report: { kind: string; ori: string; number: string; action?: string };
}

interface OpenChunk extends Chunk {
  reports: number;
  bytes: number;
  last: Splittable;
}

/**
 * Cuts a file, given report by report, into chunks of one agency each; only ranges of bytes are kept. The same file
 * always gives the same chunks. A report is never cut, and a delete is never parted from the report that follows it
 * under the same key, so that the two can be decided as one. A report without a well-formed ORI goes with the one
 * before it, or with the first agency.
 */
export class ChunkSplitter {
  readonly #limits: ChunkLimits;
  readonly #chunks: OpenChunk[] = [];
  /** The chunk of each agency that still takes reports. */
  readonly #open = new Map<string, OpenChunk>();
  #previous: OpenChunk | undefined;

  constructor(limits: ChunkLimits = defaultLimits) {
    this.#limits = limits;
  }

  push(source: Splittable): void {
    const ori = this.#agencyOf(source.report.ori);
    const open = this.#open.get(ori);
    const chunk = open && !this.#isFull(open, source) ? open : this.#openChunk(ori, source);
    this.#add(chunk, source);
  }

  /** All chunks, in the order of their numbers. */
  end(): Chunk[] {
    return this.#chunks.map(({ number, ori, ranges }) => ({ number, ori, ranges }));
  }

  #agencyOf(ori: string): string {
    const previous = this.#previous?.ori;
    if (!isOri(ori)) return previous ?? NO_AGENCY;
    if (previous === NO_AGENCY) this.#adopt(ori);
    return ori;
  }

  /** What came before the first well-formed ORI goes to its agency. */
  #adopt(ori: string): void {
    for (const chunk of this.#chunks) chunk.ori = ori;
    const open = this.#open.get(NO_AGENCY);
    if (open) this.#open.set(ori, open);
    this.#open.delete(NO_AGENCY);
  }

  #isFull(chunk: OpenChunk, next: Splittable): boolean {
    const full = chunk.reports >= this.#limits.reports || chunk.bytes >= this.#limits.bytes;
    return full && !isReplacement(chunk.last, next);
  }

  #openChunk(ori: string, source: Splittable): OpenChunk {
    const chunk = { number: this.#chunks.length, ori, ranges: [], reports: 0, bytes: 0, last: source };
    this.#chunks.push(chunk);
    this.#open.set(ori, chunk);
    return chunk;
  }

  #add(chunk: OpenChunk, source: Splittable): void {
    const [first] = source.records;
    const final = source.records.at(-1);
    if (!first || !final) return;
    const end = final.offset + final.size - 1;
    const range = chunk.ranges.at(-1);
    if (range && this.#previous === chunk) range.end = end;
    else chunk.ranges.push({ start: first.offset, end, record: first.number });
    chunk.reports += 1;
    chunk.bytes += end - first.offset + 1;
    chunk.last = source;
    this.#previous = chunk;
  }
}

/** Nine capital letters and digits. */
export function isOri(ori: string): boolean {
  return oriPattern.test(ori);
}

/** True when `next` reports again, right away, what `source` deletes. */
export function isReplacement(source: Splittable, next: Splittable): boolean {
  const [deleted, reported] = [source.report, next.report];
  return (
    deleted.action === 'D' &&
    reported.action !== 'D' &&
    deleted.kind === reported.kind &&
    deleted.ori === reported.ori &&
    deleted.number === reported.number
  );
}
