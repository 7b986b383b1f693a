import type { Level, Segment, SegmentOf } from '../model/index.ts';
import { readableText, valueAt } from './columns.ts';
import { type FieldLayout, incidentHeader, type SegmentLayout } from './layout.ts';
import { layouts } from './layouts/index.ts';

/** A segment while it is being filled: element names are the layout's, which are the model's. */
type Draft = Record<string, unknown>;

/** Reads one property of a segment from the readable text of a record. */
type PropertyReader = (text: string, draft: Draft) => void;

interface SegmentReader {
  readonly layout: SegmentLayout;
  readonly properties: readonly PropertyReader[];
  /** Every property in its order, so that all segments of a level have one shape, which is what makes reading fast. */
  readonly shape: Draft;
}

const readers = new Map<string, SegmentReader>(
  Object.values(layouts).map((layout) => [layout.level, readerOf(layout)]),
);

/**
 * The segment that a record holds, whatever its values; `record`, the record's number, goes with it. `undefined` when
 * the fifth character is not a level of the FBI's. Missing trailing columns are blank, columns without an element are
 * read over, and holes in repeated elements are closed.
 */
export function readSegment(text: string, record?: number): Segment | undefined {
  const reader = readers.get(levelOf(text));
  if (reader === undefined) return undefined;
  const readable = readableText(reader.layout, text);
  const draft: Draft = record === undefined ? { ...reader.shape } : { record, ...reader.shape };
  for (const read of reader.properties) read(readable, draft);
  // The layouts name every property of the model and no other; segment-codec.test.ts holds them to it.
  return draft as unknown as Segment;
}

/** A segment of this level with every element blank. */
export function emptySegment<L extends Level>(level: L): SegmentOf<L> {
  return readSegment(`    ${level}`) as SegmentOf<L>;
}

/** What tells where a report begins and whose it is. Blank is ''. */
export interface RecordHead {
  /** The fifth character, '' when the record has none. */
  level: string;
  action: string;
  ori: string;
  /** Incident number, or arrest transaction number on level 7; state segments have either in the same columns. */
  number: string;
  month: string;
  year: string;
}

/** True when a line begins as segments do: four digits of length, a level character, an action. */
export function looksLikeSegment(line: string): boolean {
  return /^(\u00ef\u00bb\u00bf)?\d{4}[0-9A-Z][A-Z ]/.test(line);
}

/** The head of any record, without reading the rest. */
export function readHead(text: string): RecordHead {
  return {
    level: levelOf(text),
    action: headValue(text, head.action),
    ori: headValue(text, head.ori),
    number: headValue(text, head.number),
    month: headValue(text, head.month),
    year: headValue(text, head.year),
  };
}

const head = {
  action: headField('action'),
  ori: headField('ori'),
  number: headField('incidentNumber'),
  month: headField('submissionMonth'),
  year: headField('submissionYear'),
};

function headField(name: string): FieldLayout {
  const found = incidentHeader.find((field) => field.name === name);
  if (found === undefined) throw new RangeError(`The header has no element ${name}.`);
  return found;
}

function headValue(text: string, field: FieldLayout): string {
  return valueAt(text, field.start, field.start + field.length - 1) ?? '';
}

function levelOf(text: string): string {
  return text.charAt(4);
}

/** One reader for each property of the model: a group's members make one. */
function readerOf(layout: SegmentLayout): SegmentReader {
  const byProperty = Map.groupBy(layout.fields, (field) => field.group?.list ?? field.name);
  const properties = [...byProperty].map(([property, fields]) => {
    const [field] = fields as [FieldLayout];
    if (field.group !== undefined) return readGroup(property, fields);
    return field.count > 1 ? readRepeated(field) : readSingle(field);
  });
  return { layout, properties, shape: Object.fromEntries([...byProperty.keys()].map((name) => [name, undefined])) };
}

function readSingle({ name, start, length }: FieldLayout): PropertyReader {
  const last = start + length - 1;
  return (text, draft) => {
    draft[name] = valueAt(text, start, last);
  };
}

function readRepeated({ name, start, length, count, stride }: FieldLayout): PropertyReader {
  return (text, draft) => {
    const values: string[] = [];
    for (let shift = 0; shift < count * stride; shift += stride) {
      const value = valueAt(text, start + shift, start + shift + length - 1);
      if (value !== undefined) values.push(value);
    }
    draft[name] = values;
  };
}

/** The members of a group fill its stride, so that one look tells whether an occurrence is blank. */
function readGroup(list: string, fields: readonly FieldLayout[]): PropertyReader {
  const [{ start, count, stride }] = fields as [FieldLayout];
  const members = fields.map((field) => ({
    first: field.start,
    last: field.start + field.length - 1,
    member: field.group?.member ?? '',
  }));
  return (text, draft) => {
    const occurrences: Draft[] = [];
    for (let shift = 0; shift < count * stride; shift += stride) {
      if (valueAt(text, start + shift, start + shift + stride - 1) === undefined) continue;
      const occurrence: Draft = {};
      for (const { member, first, last } of members) occurrence[member] = valueAt(text, first + shift, last + shift);
      occurrences.push(occurrence);
    }
    draft[list] = occurrences;
  };
}
