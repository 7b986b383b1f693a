import type { SegmentLayout } from './layout.ts';

const BLANK = 0x20;

/**
 * The value in columns `first` to `last` (1-based, inclusive) of a record: without trailing blanks, `undefined` when
 * nothing is left. Only the blank counts as blank: a tab or a non-breaking space is a wrong value and stays.
 */
export function valueAt(text: string, first: number, last: number): string | undefined {
  const start = first - 1;
  let end = Math.min(last, text.length);
  while (end > start && text.charCodeAt(end - 1) === BLANK) end--;
  return end > start ? text.slice(start, end) : undefined;
}

/**
 * How many columns of a record carry elements. A legal stated length decides, not the line: what a line has beyond it
 * belongs to no element, what it lacks is blank. One stated length can stand for two lines (federal agencies append the
 * judicial district and do not count it), there the line decides between them. Where the stated length is none of the
 * layout's, the line is read as far as it goes.
 */
export function readableColumns(layout: SegmentLayout, text: string): number {
  let columns = 0;
  for (const { line, stated } of layout.lengths) {
    if (text.startsWith(stated) && (columns === 0 || line <= text.length)) columns = line;
  }
  return columns === 0 ? text.length : columns;
}

/** The text of a record as far as it carries elements; see `readableColumns`. */
export function readableText(layout: SegmentLayout, text: string): string {
  return text.slice(0, readableColumns(layout, text));
}
