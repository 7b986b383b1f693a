import { type Html, html } from '../../html/html.ts';
import type { FieldLayout } from '../../nibrs/flatfile/layout.ts';
import { occurrencesOf, type StateSegmentLayout } from '../../state/layout.ts';

/** Positions in one piece of a drawn record: as many as a phone shows. */
const pieceLength = 40;

/** The record under a ruler, in pieces that stand side by side where there is room; every field has a box. */
export function drawnRecord({ segment, head, subject, fields }: StateSegmentLayout, line: string): Html {
  const boxes = boxesOf([...head, ...subject, ...fields]);
  const pieces = Math.ceil(line.length / pieceLength);
  return html`<figure class="record">
<figcaption>An example of segment ${segment.level}. Each box is a field, · is a blank; the table above has the same values.</figcaption>
<div class="pieces" role="img" aria-label="The example record under a ruler; its values are in the table above">
${Array.from({ length: pieces }, (_, index) => piece(boxes, line, index * pieceLength + 1))}</div>
</figure>`;
}

function piece(boxes: readonly Box[], line: string, first: number): Html {
  const last = Math.min(first + pieceLength - 1, line.length);
  const tens = Array.from({ length: Math.floor((last - first + 1) / 10) }, (_, ten) =>
    String(first + ten * 10 + 9).padStart(10),
  );
  const ones = Array.from({ length: last - first + 1 }, (_, index) => (first + index) % 10);
  return html`<pre><span class="ruler">${tens.join('') || ' '}
${ones.join('')}</span>
${boxes
  .filter((box) => box.start <= last && box.end >= first)
  .map(
    ({ start, end }) =>
      html`<span class="box">${shown(line.slice(Math.max(start, first) - 1, Math.min(end, last)))}</span>`,
  )}</pre>`;
}

interface Box {
  readonly start: number;
  readonly end: number;
}

/** Every place of every field, in order, with what lies between them. */
function boxesOf(fields: readonly FieldLayout[]): Box[] {
  const places = fields.flatMap(occurrencesOf).map(({ start, length }) => ({ start, end: start + length - 1 }));
  const boxes: Box[] = [];
  let next = 1;
  for (const place of places.toSorted((one, other) => one.start - other.start)) {
    if (place.start > next) boxes.push({ start: next, end: place.start - 1 });
    boxes.push(place);
    next = place.end + 1;
  }
  return boxes;
}

function shown(text: string): string {
  return text.replaceAll(' ', '·');
}
