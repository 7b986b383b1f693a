import { readableColumns } from '../../shared/nibrs/flatfile/columns.ts';
import type { SegmentLayout } from '../../shared/nibrs/flatfile/layout.ts';
import { layouts } from '../../shared/nibrs/flatfile/layouts/index.ts';
import { supplementLevel } from '../../shared/state/index.ts';

/** Positions 1–37 name agency and report on every segment; state elements come after them. */
const headLength = 37;

/** Text with `?` for each character that a terminal would obey or could not show in one column. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\xa1-\xac\xae-\xff]/g, '?');
}

/**
 * A record as it may be shown: only what has a place in the FBI's layouts. All after the head of any other record, and
 * all beyond the end of one of the FBI's, may hold state-only values and is masked. A row of a supplement, which the
 * segment of a finding tells, is read with dots in place of its values.
 */
export function shownRecord(text: string, segment = ''): string {
  if (segment === supplementLevel) return printable(text);
  const layout: SegmentLayout | undefined = Object.values(layouts).find(({ level }) => level === text.charAt(4));
  const columns = layout ? columnsOf(layout, text) : headLength;
  return printable(text.slice(0, columns)) + '·'.repeat(Math.max(0, text.length - columns));
}

/** How many columns of a record are the FBI's, whatever length it states. */
function columnsOf(layout: SegmentLayout, text: string): number {
  const longest = Math.max(...layout.lengths.map(({ line }) => line));
  return Math.min(readableColumns(layout, text), longest);
}

/**
 * The part of a shown record around `columns` (1-based, inclusive) that fits in `width` characters, and a line of carets
 * that stands under those columns; no carets without columns.
 */
export function excerpt(
  shown: string,
  columns: readonly [number, number] | undefined,
  width: number,
): { line: string; carets: string | undefined } {
  if (!columns) return { line: cut(shown, 0, width), carets: undefined };
  const [first, last] = columns;
  // A place beyond the end of a short record is shown as blanks, so that the carets have something to stand under.
  const padded = shown.padEnd(Math.min(last, first + width));
  const start = windowStart(padded.length, first, last, width);
  const carets = '^'.repeat(Math.max(1, Math.min(last, start + width) - first + 1));
  return { line: cut(padded, start, width), carets: ' '.repeat(first - 1 - start) + carets };
}

/** Where a window of `width` begins that has the columns in its middle, or at its left when they do not fit. */
function windowStart(length: number, first: number, last: number, width: number): number {
  if (length <= width) return 0;
  const middle = Math.floor((first + last - width) / 2);
  return Math.max(0, Math.min(middle, first - 2, length - width));
}

/** A window of a text with `…` where it was cut. */
function cut(text: string, start: number, width: number): string {
  const window = text.slice(start, start + width);
  const left = start > 0 ? `…${window.slice(1)}` : window;
  return start + width < text.length ? `${left.slice(0, -1)}…` : left;
}
