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
