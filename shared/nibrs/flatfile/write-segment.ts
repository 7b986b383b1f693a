import { NibrsLedgerError } from '../../errors.ts';
import type { Level, Segment } from '../model/index.ts';
import type { FieldLayout, SegmentLayout } from './layout.ts';
import { layouts } from './layouts/index.ts';

/** A value cannot stand in the flat file: it is too long, there are too many, or it would break the line. */
export class DoesNotFitError extends NibrsLedgerError {
  readonly code = 'does-not-fit';
}

/** A property of the model with the elements that it holds: one, or the members of a group. */
interface Part {
  readonly property: string;
  readonly count: number;
  readonly fields: readonly FieldLayout[];
}

/** A segment as the layout sees it: properties by name. */
type Properties = Readonly<Record<string, Value | readonly (Value | Members)[]>>;
type Members = Readonly<Record<string, Value>>;
type Value = string | undefined;

const parts = new Map<Level, readonly Part[]>(Object.values(layouts).map((layout) => [layout.level, partsOf(layout)]));

/**
 * The record of a segment, without a line end: what `readSegment` reads back as the same segment. The length is that
 * which the segment states, with the judicial district appended where there is one; a segment that states none, or none
 * of its layout's, gets the shortest that holds its values.
 * Throws `DoesNotFitError` rather than lose a value.
 */
export function writeSegment(segment: Segment): string {
  const layout = layouts[segment.level];
  const properties = segment as unknown as Properties;
  let columns = '';
  for (const part of parts.get(segment.level) ?? []) {
    const value = properties[part.property];
    if (value === undefined || value === '') continue;
    columns =
      typeof value === 'string' ? place(layout, part, columns, value, 0) : placeAll(layout, part, columns, value);
  }
  const { stated, line } = lengthFor(layout, segment.segmentLength, columns.length);
  return stated + columns.slice(stated.length).padEnd(line - stated.length);
}

function placeAll(layout: SegmentLayout, part: Part, columns: string, values: readonly (Value | Members)[]): string {
  if (values.length > part.count) throw surplus(layout, part, values.length);
  return values.reduce<string>((done, value, occurrence) => place(layout, part, done, value, occurrence), columns);
}

/** Puts the values of one occurrence behind the columns so far. */
function place(
  layout: SegmentLayout,
  { fields }: Part,
  columns: string,
  values: Value | Members,
  occurrence: number,
): string {
  let extended = columns;
  for (const field of fields) {
    const value = typeof values === 'object' ? values[field.group?.member ?? ''] : values;
    if (value === undefined || value === '') continue;
    refuseUnwritable(layout, field, value);
    extended = extended.padEnd(field.start + occurrence * field.stride - 1) + value;
  }
  return extended;
}

function lengthFor(
  layout: SegmentLayout,
  claimed: string | undefined,
  filled: number,
): SegmentLayout['lengths'][number] {
  const claimable = layout.lengths.filter(({ stated }) => stated === claimed);
  const candidates = claimable.length > 0 ? claimable : layout.lengths;
  const chosen = candidates.find(({ line }) => line >= filled);
  if (chosen === undefined) {
    throw new DoesNotFitError(
      `A ${layout.name} segment of stated length ${claimed} has values up to column ${filled}. State a longer length, or leave the length open.`,
    );
  }
  return chosen;
}

function surplus(layout: SegmentLayout, { fields: [field], count }: Part, given: number): DoesNotFitError {
  return new DoesNotFitError(
    `${field?.label}: a ${layout.name} segment has ${count} places and was given ${given} values. Split the segment or merge values.`,
  );
}

function refuseUnwritable(layout: SegmentLayout, { label, length }: FieldLayout, value: string): void {
  if (value.length > length) {
    throw new DoesNotFitError(
      `${label}: a ${layout.name} segment has ${length} columns for it and was given ${value.length} characters. Shorten the value.`,
    );
  }
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === 0x0a || code === 0x0d || code > 0xff) {
      throw new DoesNotFitError(
        `${label}: character ${i + 1} of the value in a ${layout.name} segment cannot stand in a flat file. Use Latin-1 without line ends.`,
      );
    }
  }
}

/** Every part of the layout but the stated length, from left to right. */
function partsOf(layout: SegmentLayout): Part[] {
  const written = layout.fields.filter(({ name }) => name !== 'segmentLength').sort((a, b) => a.start - b.start);
  return [...Map.groupBy(written, ({ group, name }) => group?.list ?? name)].map(([property, fields]) => ({
    property,
    count: fields[0]?.count ?? 1,
    fields,
  }));
}
