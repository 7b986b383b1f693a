import { layouts } from '../../shared/nibrs/flatfile/layouts/index.ts';

/** Positions 1–37 name agency and report on every segment; state elements come after them. */
const headLength = 37;

/** Text with `?` for each character that a terminal would obey or could not show in one column. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\xa1-\xac\xae-\xff]/g, '?');
}

/**
 * A record as it may be shown. Only the FBI's levels are shown whole: of every other record, which may hold state-only
 * values, all after the head is masked.
 */
export function shownRecord(text: string): string {
  const shown = printable(text);
  if (text.charAt(4) in layouts) return shown;
  return shown.slice(0, headLength) + '·'.repeat(Math.max(0, shown.length - headLength));
}

/**
 * The part of a record around `columns` (1-based, inclusive) that fits in `width` characters, and a line of carets
 * that stands under those columns; no carets without columns.
 */
export function excerpt(
  text: string,
  columns: readonly [number, number] | undefined,
  width: number,
): { line: string; carets: string | undefined } {
  const shown = shownRecord(text.trimEnd());
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
