import { UsageError } from './errors.ts';

/** A cell and where it begins; lines and columns count from 1. */
export interface Cell {
  text: string;
  line: number;
  column: number;
}

/** One cell, quoted or not, and what ends it. */
const cellForm = /[ \t]*(?:"([^"]*(?:""[^"]*)*)"[ \t]*|([^",\r\n][^,\r\n]*)?)(,|\r?\n|$)/y;

/**
 * The rows of a CSV text: commas between cells, quotes around a cell that holds a comma, a quote or a line end. Blanks
 * around a cell, blank lines and a byte order mark do not count. Throws `UsageError` where quotes do not come in pairs;
 * `file` is what the message calls the text.
 */
export function readCsv(csv: string, file: string): Cell[][] {
  const text = csv.replace(/^\uFEFF/, '');
  const form = new RegExp(cellForm);
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = 1;
  let lineStart = 0;
  for (let end: string | undefined = ','; end !== ''; ) {
    const place = { line, column: form.lastIndex - lineStart + 1 };
    const found = form.exec(text);
    if (!found) {
      throw new UsageError(
        `${file}, line ${place.line}, character ${place.column}: quotes belong around a whole cell, and two of them stand for one within it.`,
      );
    }
    const [all, quoted, plain = '', ending = ''] = found;
    row.push({ ...place, text: (quoted?.replaceAll('""', '"') ?? plain).trim() });
    const lineEnds = all.split('\n').length - 1;
    if (lineEnds > 0) lineStart = found.index + all.lastIndexOf('\n') + 1;
    line += lineEnds;
    end = ending;
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.some(({ text }) => text !== ''));
}
