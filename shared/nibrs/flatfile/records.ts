import type { SourceRecord } from './record.ts';

/** Characters of a line that are kept. The longest legal record has 307; the limit is there for files that have no lines. */
export const MAX_LINE = 64 * 1024;

const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';
const CTRL_Z = '\u001a';

/** Where in its file the first byte lies that a reader is given; the defaults are those of a whole file. */
export interface SplitOptions {
  /** Number of the first line. */
  firstRecord?: number | undefined;
  /** Byte offset of the first byte. */
  offset?: number | undefined;
}

/**
 * Cuts the bytes of a flat file into records, a chunk at a time, and holds no more than one unfinished line. Chunks may
 * end anywhere. A line ends with LF or CRLF; a lone CR is a character like any other. Every line is numbered, but a
 * blank one yields no record. A byte-order mark at the start of the file and a Ctrl-Z at its end are left out.
 */
export class RecordSplitter {
  #number: number;
  #offset: number;
  #line = '';
  #size = 0;

  constructor(options: SplitOptions = {}) {
    this.#number = options.firstRecord ?? 1;
    this.#offset = options.offset ?? 0;
  }

  /** The records that end in `chunk`. */
  push(chunk: Uint8Array): SourceRecord[] {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    const records: SourceRecord[] = [];
    let start = 0;
    for (let lineFeed = text.indexOf('\n'); lineFeed !== -1; lineFeed = text.indexOf('\n', start)) {
      this.#extendLine(text, start, lineFeed);
      this.#size += 1;
      this.#endLine(records);
      start = lineFeed + 1;
    }
    this.#extendLine(text, start, text.length);
    return records;
  }

  /** The last record, when the file does not end with a line end. */
  end(): SourceRecord[] {
    const records: SourceRecord[] = [];
    if (this.#line.endsWith(CTRL_Z)) this.#line = this.#line.slice(0, -1);
    this.#endLine(records);
    return records;
  }

  /** Keeps one character more than `MAX_LINE`, which may be the CR of the line end. */
  #extendLine(text: string, start: number, end: number): void {
    this.#size += end - start;
    this.#line += text.slice(start, Math.min(end, start + MAX_LINE + 1 - this.#line.length));
  }

  #endLine(records: SourceRecord[]): void {
    const marked = this.#offset === 0 && this.#line.startsWith(BYTE_ORDER_MARK);
    const first = marked ? BYTE_ORDER_MARK.length : 0;
    const last = this.#line.endsWith('\r') ? -1 : undefined;
    const text = this.#line.slice(first, last).slice(0, MAX_LINE);
    if (!isBlank(text)) {
      records.push({ number: this.#number, offset: this.#offset + first, size: this.#size - first, text });
    }
    this.#number += 1;
    this.#offset += this.#size;
    this.#line = '';
    this.#size = 0;
  }
}

function isBlank(text: string): boolean {
  return text.trim() === '' || text === CTRL_Z;
}

/** The records of a stream, those of one chunk at a time; see `RecordSplitter`. */
export async function* readRecords(
  stream: AsyncIterable<Uint8Array>,
  options: SplitOptions = {},
): AsyncGenerator<SourceRecord[]> {
  const splitter = new RecordSplitter(options);
  for await (const chunk of stream) {
    const records = splitter.push(chunk);
    if (records.length > 0) yield records;
  }
  const records = splitter.end();
  if (records.length > 0) yield records;
}
