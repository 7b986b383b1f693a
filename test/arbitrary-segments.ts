import fc from 'fast-check';
import type { FieldLayout, SegmentLayout } from '../shared/nibrs/flatfile/layout.ts';
import { layouts } from '../shared/nibrs/flatfile/layouts/index.ts';
import type { Level, Segment, SegmentOf } from '../shared/nibrs/model/index.ts';

/** Characters of one line: all of Latin-1 but the line ends. */
export const lineCharacter = fc
  .integer({ min: 0, max: 0xff })
  .filter((code) => code !== 0x0a && code !== 0x0d)
  .map((code) => String.fromCharCode(code));

/** Segments that a flat file can hold, of every legal length; their values follow no rule but that of the column. */
export function arbitrarySegment<L extends Level>(...levels: readonly L[]): fc.Arbitrary<SegmentOf<L>> {
  const choices = levels.flatMap((level) => layouts[level].lengths.map((length) => segmentOf(layouts[level], length)));
  return fc.oneof(...choices) as unknown as fc.Arbitrary<SegmentOf<L>>;
}

/** Segments of any level. */
export const anySegment = arbitrarySegment('0', '1', '2', '3', '4', '5', '6', '7') satisfies fc.Arbitrary<Segment>;

function segmentOf(layout: SegmentLayout, { stated, line }: SegmentLayout['lengths'][number]) {
  const existing = layout.fields.filter(({ start, length }) => start + length - 1 <= line);
  const byProperty = Map.groupBy(existing, (field) => field.group?.list ?? field.name);
  const missing = layout.fields.filter((field) => !existing.includes(field)).map(({ name }) => [name, undefined]);
  const properties = [...byProperty].map(([name, fields]) => [name, property(fields, line)]);
  return fc
    .record({ ...Object.fromEntries(properties), segmentLength: fc.constant(stated), level: fc.constant(layout.level) })
    .map((segment) => ({ ...Object.fromEntries(missing), ...segment }));
}

function property(fields: readonly FieldLayout[], line: number): fc.Arbitrary<unknown> {
  const [{ start, length, count, stride, group }] = fields as [FieldLayout];
  if (count === 1) return fc.option(value(length), { nil: undefined });
  const maxLength = Math.min(count, Math.floor((line - start - length + 1) / stride) + 1);
  if (group === undefined) return fc.array(value(length), { maxLength });

  const members = fields.map((field) => [field.group?.member, fc.option(value(field.length), { nil: undefined })]);
  const occurrence = fc
    .record(Object.fromEntries(members) as Record<string, fc.Arbitrary<string | undefined>>)
    .filter((values) => Object.values(values).some((each) => each !== undefined));
  return fc.array(occurrence, { maxLength });
}

function value(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: lineCharacter, minLength: 1, maxLength: length }).filter((text) => !text.endsWith(' '));
}
