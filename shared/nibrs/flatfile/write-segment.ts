import { NibrsLedgerError } from '../../errors.ts';
import type { Level, Segment } from '../model/index.ts';
import type { FieldLayout, SegmentLayout } from './layout.ts';
import { layouts } from './layouts/index.ts';

/** A value cannot stand in the flat file: it is too long, there are too many, or it would break the line. */
export class DoesNotFitError extends NibrsLedgerError {
  readonly code = 'does-not-fit';
}

/** Where one occurrence of an element is written. */
interface Slot {
  readonly field: FieldLayout;
  /** From 0. */
  readonly occurrence: number;
  readonly start: number;
}

/** A segment as the layout sees it: properties by name. */
type Properties = Readonly<Record<string, unknown>>;

const slots = new Map<Level, readonly Slot[]>(Object.values(layouts).map((layout) => [layout.level, slotsOf(layout)]));

/**
 * The record of a segment, without a line end: what `readSegment` reads back as the same segment. The length is that
 * which the segment states, with the judicial district appended where there is one; a segment that states none, or none
 * of its layout's, gets the shortest that holds its values.
 * Throws `DoesNotFitError` rather than lose a value.
 */
export function writeSegment(segment: Segment): string {
  const layout = layouts[segment.level];
  const properties = segment as unknown as Properties;
  refuseSurplus(layout, properties);

  let columns = '';
  for (const slot of slots.get(segment.level) ?? []) {
    const value = valueIn(properties, slot);
    if (value === undefined || value === '') continue;
    refuseUnwritable(layout, slot.field, value);
    columns = columns.padEnd(slot.start - 1) + value;
  }
  const { stated, line } = lengthFor(layout, segment.segmentLength, columns.length);
  return stated + columns.slice(stated.length).padEnd(line - stated.length);
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

function valueIn(properties: Properties, { field, occurrence }: Slot): string | undefined {
  if (field.group !== undefined) {
    const list = properties[field.group.list] as readonly Readonly<Record<string, string | undefined>>[];
    return list[occurrence]?.[field.group.member];
  }
  const value = properties[field.name] as string | readonly string[] | undefined;
  return typeof value === 'object' ? value[occurrence] : value;
}

function refuseSurplus(layout: SegmentLayout, properties: Properties): void {
  for (const { name, label, count, group } of layout.fields) {
    const value = properties[group?.list ?? name];
    if (Array.isArray(value) && value.length > count) {
      throw new DoesNotFitError(
        `${label}: a ${layout.name} segment has ${count} places and was given ${value.length} values. Split the segment or merge values.`,
      );
    }
  }
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

/** Every place of the layout but the stated length's, from left to right. */
function slotsOf(layout: SegmentLayout): Slot[] {
  return layout.fields
    .filter(({ name }) => name !== 'segmentLength')
    .flatMap((field) =>
      Array.from({ length: field.count }, (_, occurrence) => ({
        field,
        occurrence,
        start: field.start + occurrence * field.stride,
      })),
    )
    .sort((a, b) => a.start - b.start);
}
