import { UsageError } from '../errors.ts';
import type { SourceRecord } from '../nibrs/flatfile/record.ts';
import { reportNumberPattern } from '../nibrs/model/index.ts';
import { type Cell, readCsv } from '../read-csv.ts';
import { isSequence, keyColumns, type SourceSupplement } from '../state/index.ts';
import { isOri } from './split.ts';

/** As many rows as a report can have records, so that no file can fill the memory by repeating one number. */
export const maxRows = 10_000;

/**
 * The cells of one line; undefined where its quotes do not come in pairs, as in a cell that goes on in the next line. No
 * value has a line end, so a row is always one line.
 */
export function readCells(line: string): Cell[] | undefined {
  try {
    return readCsv(line, '')[0] ?? [];
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** A record of a flat file is one character a byte; a supplement is UTF-8. */
export function lineOf({ text }: SourceRecord): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}

/**
 * Gathers the rows of a supplement, given one by one in their order, by the number they are for: rows that stand together
 * under one number of an agency are as one report. Holds no more than those.
 */
export class SupplementGrouper {
  readonly #columns: readonly string[];
  #current: SourceSupplement | undefined;

  constructor(columns: readonly string[]) {
    this.#columns = columns;
  }

  /** Takes the next row; gives the rows before it when it is for another number. A blank row is nobody's. */
  push(record: SourceRecord, cells: readonly Cell[]): SourceSupplement | undefined {
    if (cells.length === 0) return undefined;
    const { ori, number } = this.#nameOf(cells);
    const current = this.#current;
    const shown = { ...record, text: this.#shown(lineOf(record), cells) };
    const row = { record: shown, cells };
    if (current && current.rows.length < maxRows && current.report.ori === ori && current.report.number === number) {
      current.records.push(shown);
      current.rows.push(row);
      return undefined;
    }
    this.#current = { report: { kind: 'supplement', ori, number }, records: [shown], rows: [row] };
    return current;
  }

  /** The last rows; undefined when there was none. */
  end(): SourceSupplement | undefined {
    return this.#current;
  }

  /** With columns shifted, anything could stand in the place of a number. */
  #nameOf(cells: readonly Cell[]): { ori: string; number: string } {
    const [ori, number] = [this.#text(cells, 'ori'), this.#text(cells, 'report')];
    const isWhole = cells.length === this.#columns.length;
    return { ori: isOri(ori) ? ori : '', number: isWhole && reportNumberPattern.test(number) ? number : '' };
  }

  #text(cells: readonly Cell[], name: (typeof keyColumns)[number]): string {
    return cells[this.#columns.indexOf(name)]?.text ?? '';
  }

  /** The line with dots in place of every cell but those that are sure to say nothing more than whose values they are. */
  #shown(line: string, cells: readonly Cell[]): string {
    const { ori, number } = this.#nameOf(cells);
    const sequence = this.#text(cells, 'sequence');
    const open = { ori: ori !== '', report: number !== '', sequence: number !== '' && isSequence(sequence) };
    let shown = line;
    for (const [index, { column }] of cells.entries()) {
      const name = keyColumns.find((key) => key === this.#columns[index]);
      if (name && open[name]) continue;
      const end = (cells[index + 1]?.column ?? line.length + 2) - 2;
      shown = shown.slice(0, column - 1) + '·'.repeat(Math.max(0, end - column + 1)) + shown.slice(end);
    }
    return shown;
  }
}
