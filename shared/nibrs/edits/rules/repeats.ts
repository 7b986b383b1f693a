import { type CodeList, isCode } from '../../codes/index.ts';
import type { Level, Segment } from '../../model/index.ts';
import { type CheckedEdit, error, type Run } from '../edit.ts';
import { type Element, elementsOf } from '../element.ts';
import { listOf } from './code-list.ts';

interface NoDuplicates {
  code: string;
  source: string;
  elements: readonly string[];
  /** Elements compared together with the next member of their group: a weapon with its automatic indicator. */
  together?: Readonly<Record<string, string>>;
}

/** x06: a repeated element has no value twice. */
export function noDuplicates(level: Level, { code, source, elements, together = {} }: NoDuplicates): CheckedEdit {
  const of = elementsOf(level);
  const cases: (readonly [Element, Element | undefined])[] = [
    ...elements.map((name) => [of(name), undefined] as const),
    ...Object.entries(together).map(([name, companion]) => [of(name), of(companion)] as const),
  ];
  return error(level, {
    code,
    scope: 'element',
    elements: cases.map(([{ number }]) => number),
    message: '{element} has {value} twice.',
    hint: 'Enter each value once.',
    source,
    check(segment, run) {
      for (const [element, companion] of cases) hitDuplicates(run, segment, element, companion);
    },
  });
}

function hitDuplicates(run: Run, segment: Segment, element: Element, companion: Element | undefined): void {
  const count = element.count(segment);
  if (count < 2) return;
  const seen = new Set<string>();
  for (let occurrence = 0; occurrence < count; occurrence++) {
    const value = element.value(segment, occurrence);
    if (value === undefined) continue;
    const key = `${value} ${companion?.value(segment, occurrence) ?? ''}`;
    if (seen.has(key)) run.hit(segment, element.name, { occurrence });
    seen.add(key);
  }
}

interface StandsAlone {
  code: string;
  source: string;
  /** By element: each value that excludes others, and which others; all of them when none are named. */
  elements: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** x07: a value such as "none" is not combined with values that contradict it. */
export function standsAlone(level: Level, { code, source, elements }: StandsAlone): CheckedEdit {
  const of = elementsOf(level);
  const cases = Object.entries(elements).map(([name, values]) => {
    const element = of(name);
    return { element, values: Object.entries(values), list: listOf(element) };
  });
  return error(level, {
    code,
    scope: 'element',
    elements: cases.map(({ element }) => element.number),
    message: '{element} has {value} beside another value, which contradicts it.',
    hint: 'Leave out {value}, or leave it alone in {element}.',
    source,
    check(segment, run) {
      for (const alone of cases) {
        if (alone.element.count(segment) > 1) hitContradiction(run, segment, alone);
      }
    },
  });
}

interface Alone {
  element: Element;
  values: readonly (readonly [string, readonly string[]])[];
  list: CodeList;
}

/**
 * One hit an element: two values that each exclude the other are one contradiction. What is no code contradicts nothing;
 * x04 tells of it.
 */
function hitContradiction(run: Run, segment: Segment, { element, values, list }: Alone): void {
  const present = Array.from({ length: element.count(segment) }, (_, occurrence) => element.value(segment, occurrence));
  for (const [value, excluded] of values) {
    const excludes = (other: string | undefined) =>
      other !== undefined &&
      other !== value &&
      (excluded.length === 0 ? isCode(list, other, run.context.period) : excluded.includes(other));
    if (present.includes(value) && present.some(excludes)) {
      run.hit(segment, element.name, { occurrence: present.indexOf(value) });
      return;
    }
  }
}
