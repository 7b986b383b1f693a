import type { Level } from '../model/index.ts';
import { readableColumns, readableText, valueAt } from './columns.ts';
import type { FieldLayout } from './layout.ts';
import { layouts } from './layouts/index.ts';

const elements = new Map<Level, ReadonlyMap<string, FieldLayout>>(
  Object.values(layouts).map(({ level, fields }) => [level, new Map(fields.map((field) => [field.name, field]))]),
);

/** The layout of an element. Throws `RangeError` when the level has none of this name, which is a mistake in the code. */
export function elementOf(level: Level, name: string): FieldLayout {
  const found = elements.get(level)?.get(name);
  if (found === undefined) throw new RangeError(`Segment level ${level} has no element ${name}.`);
  return found;
}

/**
 * First and last column, 1-based, of an element in a record of this level. `occurrence` counts the filled ones from 0,
 * as the lists of the model do: in a group an occurrence is filled when any member is. An element with no such
 * occurrence is shown at its first place. `undefined` when the record is too short to have the element.
 * Throws `RangeError` when the level has no such element.
 */
export function locate(
  text: string,
  level: Level,
  elementName: string,
  occurrence = 0,
): readonly [number, number] | undefined {
  const field = elementOf(level, elementName);
  const layout = layouts[level];
  if (field.start > readableColumns(layout, text)) return undefined;

  const readable = readableText(layout, text);
  const list = field.group?.list;
  const members = list === undefined ? [field] : layout.fields.filter(({ group }) => group?.list === list);
  let seen = 0;
  for (let shift = 0; shift < field.count * field.stride; shift += field.stride) {
    if (!members.some((member) => isFilled(readable, member, shift))) continue;
    if (seen === occurrence) return place(field, shift);
    seen += 1;
  }
  return place(field, 0);
}

function isFilled(text: string, field: FieldLayout, shift: number): boolean {
  return valueAt(text, ...place(field, shift)) !== undefined;
}

function place({ start, length }: FieldLayout, shift: number): readonly [number, number] {
  return [start + shift, start + shift + length - 1];
}
