import type { FieldLayout } from '../nibrs/flatfile/layout.ts';
import { layouts } from '../nibrs/flatfile/layouts/index.ts';
import type { Level, Segment } from '../nibrs/model/index.ts';

/** A segment as its layout sees it: properties by name. */
type Properties = Readonly<Record<string, unknown>>;
type Members = Readonly<Record<string, unknown>>;
type Value = string | undefined;

const byLevel = new Map<Level, ReadonlyMap<string, FieldLayout>>(
  Object.values(layouts).map(({ level, fields }) => [level, new Map(fields.map((field) => [field.element, field]))]),
);

/** The field of an FBI element, by its number, on a level; undefined when the level has no such element. */
export function federalField(level: Level, element: string): FieldLayout | undefined {
  return byLevel.get(level)?.get(element);
}

/** The values that a segment has for an FBI element, none when its level has no such element. Blanks of a group stay. */
export function federalValues(segment: Segment, element: string): Value[] {
  const field = federalField(segment.level, element);
  if (!field) return [];
  const properties = segment as unknown as Properties;
  if (field.group)
    return membersOf(properties, field.group).map((members) => textOf(members[field.group?.member ?? '']));
  const value = properties[field.name];
  return Array.isArray(value) ? value.map(textOf) : [textOf(value)];
}

/** A copy of the segment with these values for the FBI element, in the places that `federalValues` gives. */
export function withFederalValues<S extends Segment>(segment: S, element: string, values: readonly Value[]): S {
  const field = federalField(segment.level, element);
  if (!field) return segment;
  const { group } = field;
  if (group) {
    const changed = membersOf(segment as unknown as Properties, group).map((members, index) => ({
      ...members,
      [group.member]: values[index],
    }));
    return { ...segment, [group.list]: changed };
  }
  return { ...segment, [field.name]: field.count > 1 ? values : values[0] };
}

function membersOf(properties: Properties, { list }: { list: string }): Members[] {
  const members = properties[list];
  return Array.isArray(members) ? members : [];
}

function textOf(value: unknown): Value {
  return typeof value === 'string' ? value : undefined;
}
