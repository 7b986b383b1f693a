import type { SourceRecord } from '../nibrs/flatfile/record.ts';
import { MAX_LINE, readRecords } from '../nibrs/flatfile/records.ts';
import type { SourceSupplement, StateProfile } from '../state/index.ts';
import type { Refusal } from './refusal.ts';
import { columnsRefusal } from './supplement-columns.ts';
import { lineOf, readCells, SupplementGrouper } from './supplement-rows.ts';

/** Some of a supplement, by the numbers that it is for, with the columns of the file; or why it cannot be taken. */
export type SupplementPart = { columns: readonly string[]; supplements: SourceSupplement[] } | { refusal: Refusal };

/**
 * Reads a supplement in constant memory. A refusal is the last part; it comes alone when it is for the columns. The
 * stream is read to its end in any case.
 */
export async function* readSupplementFile(
  stream: AsyncIterable<Uint8Array>,
  profile: StateProfile | undefined,
): AsyncGenerator<SupplementPart> {
  let file: OpenSupplement | undefined;
  for await (const records of readRecords(stream)) {
    const supplements: SourceSupplement[] = [];
    for (const record of records) {
      if (file) supplements.push(...file.push(record));
      else file = new OpenSupplement(record, profile);
    }
    if (file && supplements.length > 0) yield { columns: file.columns, supplements };
  }
  if (file) yield* file.end();
}

class OpenSupplement {
  readonly columns: readonly string[];
  readonly #grouper: SupplementGrouper;
  #refusal: Refusal | undefined;

  constructor(header: SourceRecord, profile: StateProfile | undefined) {
    this.columns = readCells(lineOf(header))?.map(({ text }) => text) ?? [];
    this.#grouper = new SupplementGrouper(this.columns);
    this.#refusal = columnsRefusal(this.columns, header.number, profile);
  }

  /** The rows before this one, when it is for another number. */
  push(record: SourceRecord): SourceSupplement[] {
    if (this.#refusal) return [];
    const cells = record.size > MAX_LINE ? undefined : readCells(lineOf(record));
    if (!cells) this.#refusal = brokenRow(record);
    const before = cells && this.#grouper.push(record, cells);
    return before ? [before] : [];
  }

  end(): SupplementPart[] {
    if (this.#refusal) return [{ refusal: this.#refusal }];
    const last = this.#grouper.end();
    return [last ? { columns: this.columns, supplements: [last] } : { refusal: noRows }];
  }
}

/** Where one row ends is not known, so nobody can tell which of those behind it are whole. */
function brokenRow({ number, size }: SourceRecord): Refusal {
  return {
    reason: 'supplement-rows',
    message:
      size > MAX_LINE
        ? `Line ${number} has more than ${MAX_LINE} characters without a line end.`
        : `In line ${number} quotes do not come in pairs around a cell.`,
    hint: 'Nothing of the file was filed. A row is one line: put quotes only around a whole cell, write a quote within it twice, and no line end within it.',
    record: number,
  };
}

const noRows: Refusal = {
  reason: 'empty',
  message: 'The supplement has no row below the line that names its columns.',
  hint: 'Send it with a row for each person or thing that you report elements of.',
};
