import { oriPattern, type ReportKind } from '../model/index.ts';
import { looksLikeSegment, type RecordHead, readHead, readSegment } from './read-segment.ts';
import type { SourceRecord, SourceReport } from './record.ts';
import { readRecords, type SplitOptions } from './records.ts';

/**
 * Records that one report can have; what comes after them starts another. An incident has at most some 1,200 segments
 * and each person a few state segments, so only a file that repeats one number without end meets this limit, and the
 * limit keeps it from filling the memory.
 */
export const MAX_RECORDS = 10_000;

/**
 * True when a record begins a report, given `opening`, the head of the record that began the report before it.
 *
 * Adjacent segments of levels 1–6 with one ORI and number are one incident, and a level 1 always begins a new one, so
 * that a delete and the insert behind it are two reports. Every level 0 and 7 is a report. A state segment, and a record
 * whose level is nobody's, goes with the report whose ORI and number it bears; otherwise it stands alone.
 * Source: specification 3.3.1.2 and edits 050 and 055.
 */
export function startsReport(head: RecordHead, opening: RecordHead | undefined): boolean {
  if (opening === undefined || head.ori !== opening.ori || head.number !== opening.number) return true;
  if (isFederal(head.level)) return !isWithin(head.level) || !isIncident(opening.level);
  return head.ori === '' && head.number === '';
}

function isFederal(level: string): boolean {
  return level >= '0' && level <= '7';
}

function isIncident(level: string): boolean {
  return level >= '1' && level <= '6';
}

/** Levels 2–6: those that only exist within an incident. */
function isWithin(level: string): boolean {
  return level >= '2' && level <= '6';
}

/** What a report is whose first segment has this level. */
export function kindOfReport(level: string): ReportKind {
  if (level === '0') return 'zero';
  return level === '7' ? 'arrest' : 'incident';
}

export interface GroupOptions {
  /** Level characters of the state segments that the state profile declares. */
  stateLevels: ReadonlySet<string>;
}

/** Gathers the records of a file, given one by one in their order, into reports; holds one report at most. */
export class ReportGrouper {
  readonly #stateLevels: ReadonlySet<string>;
  #opening: RecordHead | undefined;
  #current: SourceReport | undefined;

  constructor({ stateLevels }: GroupOptions) {
    this.#stateLevels = stateLevels;
  }

  /** Takes the next record; gives the report before it when the record begins another. */
  push(record: SourceRecord): SourceReport | undefined {
    const head = readHead(record.text);
    if (
      this.#current !== undefined &&
      this.#current.records.length < MAX_RECORDS &&
      !startsReport(head, this.#opening)
    ) {
      this.#add(this.#current, record, head.level);
      return undefined;
    }
    const finished = this.#current;
    this.#opening = head;
    this.#current = openReport(isNamed(record.text, head) ? head : { ...head, ori: '', number: '' });
    this.#add(this.#current, record, head.level);
    return finished;
  }

  /** The last report; undefined when there was no record. */
  end(): SourceReport | undefined {
    return this.#current;
  }

  #add(source: SourceReport, record: SourceRecord, level: string): void {
    source.records.push(record);
    const segment = readSegment(record.text, record.number);
    if (segment !== undefined) source.report.segments.push(segment);
    else if (this.#stateLevels.has(level)) source.stateRecords.push(record);
    else source.unreadable.push(record);
  }
}

/**
 * Whether a record says whose report it begins: it is a segment, or one but for its first characters. Any other line may be
 * what is left of a broken one, and nothing of that is taken for a name, which is told and logged.
 */
function isNamed(text: string, { ori }: RecordHead): boolean {
  return looksLikeSegment(text) || (oriPattern.test(ori) && /^[A-Z]{2}/.test(ori));
}

function openReport({ level, ori, number, action }: RecordHead): SourceReport {
  return {
    report: { kind: kindOfReport(level), ori, number, action, segments: [] },
    records: [],
    stateRecords: [],
    unreadable: [],
  };
}

/** The reports of a stream, those completed by one chunk at a time. `firstRecord` and `offset` as in `RecordSplitter`. */
export async function* readReports(
  stream: AsyncIterable<Uint8Array>,
  options: GroupOptions & SplitOptions,
): AsyncGenerator<SourceReport[]> {
  const grouper = new ReportGrouper(options);
  for await (const records of readRecords(stream, options)) {
    const reports = records.map((record) => grouper.push(record)).filter((report) => report !== undefined);
    if (reports.length > 0) yield reports;
  }
  const last = grouper.end();
  if (last !== undefined) yield [last];
}
