import { type Html, html } from '../../html/html.ts';
import { tableOf } from '../../html/table.ts';
import { valueAt } from '../../nibrs/flatfile/columns.ts';
import { type FieldLayout, field } from '../../nibrs/flatfile/layout.ts';
import { notDeterminedOf } from '../../state/format.ts';
import { columnsOf, occurrencesOf, type StateField, type StateSegmentLayout } from '../../state/layout.ts';
import { contentWords, reportsWith, subjectWords } from '../words.ts';
import { drawnRecord } from './record.ts';

/** One segment's positions, and a record of it. */
export function layoutSection(layout: StateSegmentLayout, lines: readonly string[]): Html {
  const { segment, length } = layout;
  const example = fullest(layout, lines);
  const name = `Segment ${segment.level}: ${segment.title}`;
  return html`<section class="layout" aria-labelledby="segment-${segment.level}">
<h3 id="segment-${segment.level}">${name}</h3>
<p>${length} positions. At most one for ${subjectWords[segment.describes]}, in ${reportsWith(segment.describes)}.</p>
${tableOf(
  `Positions of ${name}`,
  [
    { title: 'Position' },
    { title: 'Length', number: true },
    { title: 'Element' },
    { title: 'Content' },
    { title: 'Example' },
  ],
  rowsOf(layout, example),
)}
${example === '' ? undefined : drawnRecord(layout, example)}
</section>`;
}

/** `positions 38–45`; of a repeated element all places. */
export function placesWords(field: FieldLayout): string {
  const places = occurrencesOf(field).map(({ start, length }) => range(start, length));
  return field.count === 1 && field.length === 1 ? `position ${places[0]}` : `positions ${places.join(', ')}`;
}

function range(start: number, length: number): string {
  return length === 1 ? String(start) : `${start}–${start + length - 1}`;
}

interface Row {
  readonly start: number;
  readonly cells: readonly Html[];
}

function rowsOf(layout: StateSegmentLayout, example: string): (readonly Html[])[] {
  const row = (field: FieldLayout, element: Html, content: string | Html): Row => ({
    start: field.start,
    cells: [
      html`<span class="nowrap">${range(field.start, field.length)}</span>`,
      html`${field.length}`,
      element,
      html`${content}`,
      exampleIn(example, field),
    ],
  });
  const rows = [
    ...layout.head.map((field) => row(field, html`${field.label}`, headContent(layout, field))),
    ...layout.subject.map((field) => row(field, html`${field.label}`, `element ${field.element} of the FBI’s segment`)),
    ...layout.fields.map((field) => {
      const title = html`<a href="#${field.element}">${field.element}</a> ${field.label}`;
      return row(field, title, contentOf(field));
    }),
    ...gaps(layout).map(([start, length]) => row(field('', '', '', start, length), html`Not used`, 'blank')),
  ];
  return rows.toSorted((one, other) => one.start - other.start).map(({ cells }) => cells);
}

/** What the record has in the first place of a field. */
function exampleIn(record: string, { start, length }: FieldLayout): Html {
  const value = valueAt(record, start, start + length - 1);
  return value === undefined ? html`` : html`<code>${value}</code>`;
}

function headContent({ segment, length }: StateSegmentLayout, { name }: FieldLayout): string {
  switch (name) {
    case 'segmentLength':
      return String(length).padStart(4, '0');
    case 'level':
      return segment.level;
    case 'cityIndicator':
      return 'as in the FBI’s segments, or blank';
    case 'incidentNumber':
      return segment.describes === 'arrestee'
        ? 'incident number; of a Group B arrest the arrest transaction number'
        : 'as in the FBI’s segments';
    default:
      return 'as in the FBI’s segments';
  }
}

function contentOf(field: StateField): Html {
  const content = contentWords(field.declared);
  return field.count === 1 ? html`${content}` : html`${content}; ${field.count} places, ${placesWords(field)}`;
}

/** Runs of positions that no field has: where each begins, and its length. */
function gaps({ length, head, subject, fields }: StateSegmentLayout): [number, number][] {
  const taken = new Set([...head, ...subject, ...fields].flatMap(columnsOf));
  const runs: [number, number][] = [];
  for (let position = 1; position <= length; position += 1) {
    if (taken.has(position)) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === position) last[1] += 1;
    else runs.push([position, 1]);
  }
  return runs;
}

/** The sample's line of the segment with most of its fields filled; of equals that in which least is determined. */
function fullest({ segment, fields }: StateSegmentLayout, lines: readonly string[]): string {
  const merits = (line: string): readonly [filled: number, notDetermined: number] => {
    const values = fields.map((field) => valueAt(line, field.start, field.start + field.length - 1));
    const undetermined = fields.filter(({ declared }, index) => {
      return values[index] !== undefined && values[index] === notDeterminedOf(declared.format);
    });
    return [values.filter((value) => value !== undefined).length, undetermined.length];
  };
  const isBetter = (one: string, other: string): boolean => {
    const [[filled, undetermined], [otherFilled, otherUndetermined]] = [merits(one), merits(other)];
    return filled > otherFilled || (filled === otherFilled && undetermined > otherUndetermined);
  };
  return lines
    .filter((line) => line[4] === segment.level)
    .reduce((best, line) => (isBetter(line, best) ? line : best), '');
}
