import type { FieldLayout } from '../flatfile/layout.ts';
import { elementOf } from '../flatfile/locate.ts';
import type { Level } from '../model/index.ts';

/** An element of a level, as checks read it: the same whether it stands alone, repeats, or is a member of a group. */
export interface Element {
  /** The name in the layout. */
  readonly name: string;
  /** The FBI's element number. */
  readonly number: string;
  readonly label: string;
  /** How many occurrences the segment has; 1 for an element that stands alone, filled or not. */
  count(segment: object): number;
  /** The value of an occurrence, `undefined` when blank. */
  value(segment: object, occurrence: number): string | undefined;
}

type Values = Readonly<Record<string, unknown>>;

/** Finds elements of a level by their names in the layout. The result throws `RangeError` for a name that is not there. */
export function elementsOf(level: Level): (name: string) => Element {
  return (name) => {
    const field = elementOf(level, name);
    return { name, number: field.element, label: field.label, ...readerOf(field) };
  };
}

/** True when any occurrence of the element is filled. */
export function isFilled(element: Element, segment: object): boolean {
  for (let i = 0; i < element.count(segment); i++) {
    if (element.value(segment, i) !== undefined) return true;
  }
  return false;
}

function readerOf({ name, count, group }: FieldLayout): Pick<Element, 'count' | 'value'> {
  if (group !== undefined) {
    const { list, member } = group;
    return {
      count: (segment) => listIn<Values>(segment, list).length,
      value: (segment, i) => listIn<Values>(segment, list)[i]?.[member] as string | undefined,
    };
  }
  if (count > 1) {
    return {
      count: (segment) => listIn<string>(segment, name).length,
      value: (segment, i) => listIn<string>(segment, name)[i],
    };
  }
  return { count: () => 1, value: (segment) => (segment as Values)[name] as string | undefined };
}

const none: readonly never[] = [];

function listIn<T>(segment: object, name: string): readonly T[] {
  return ((segment as Values)[name] as readonly T[] | undefined) ?? none;
}
