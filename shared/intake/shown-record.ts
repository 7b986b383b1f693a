import { readableColumns } from '../nibrs/flatfile/columns.ts';
import type { SegmentLayout } from '../nibrs/flatfile/layout.ts';
import { layouts } from '../nibrs/flatfile/layouts/index.ts';
import { looksLikeSegment } from '../nibrs/flatfile/read-segment.ts';
import { supplementLevel } from '../state/carrier.ts';

/** Positions 1–37 name agency and report on every segment; state elements come after them. */
const headLength = 37;

/** Text with `?` for each character that a terminal would obey or could not show in one column. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\xa1-\xac\xae-\xff]/g, '?');
}

/**
 * A record as it may be shown: only what has a place in the FBI's layouts. All after the head of any other record, and
 * all beyond the end of one of the FBI's, may hold state-only values and is masked; so is the whole of a line that begins like
 * no segment, since it may be the rest of one. A row of a supplement, which the
 * segment of a finding tells, is read with dots in place of its values.
 */
export function shownRecord(text: string, segment = ''): string {
  if (segment === supplementLevel) return printable(text);
  if (!looksLikeSegment(text)) return '·'.repeat(text.length);
  const layout: SegmentLayout | undefined = Object.values(layouts).find(({ level }) => level === text.charAt(4));
  const columns = layout ? columnsOf(layout, text) : headLength;
  return printable(text.slice(0, columns)) + '·'.repeat(Math.max(0, text.length - columns));
}

/** How many columns of a record are the FBI's, whatever length it states. */
function columnsOf(layout: SegmentLayout, text: string): number {
  const longest = Math.max(...layout.lengths.map(({ line }) => line));
  return Math.min(readableColumns(layout, text), longest);
}
