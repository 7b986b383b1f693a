import type { Level } from '../../model/index.ts';
import { type CheckedEdit, error, type HitDetails } from '../edit.ts';
import { elementsOf } from '../element.ts';
import { hitWrong } from './hit-wrong.ts';

/** How a number is written, and how to say so. */
export interface NumberForm {
  readonly pattern: RegExp;
  readonly hint: string;
}

/** As many digits as the field has, from zero up. */
export function digits(length: number): NumberForm {
  return { pattern: new RegExp(`^\\d{${length}}$`), hint: `Enter ${length} digits; fill with zeros from the left.` };
}

/** As many digits as the field has, and not all zero. */
export function digitsFromOne(length: number): NumberForm {
  return {
    pattern: new RegExp(`^(?!0+$)\\d{${length}}$`),
    hint: `Enter ${length} digits, ${'1'.padStart(length, '0')} or more; fill with zeros from the left.`,
  };
}

interface NumericEdit {
  code: string;
  source: string;
  elements: Readonly<Record<string, NumberForm>>;
  suppresses?: readonly string[];
  deletes?: 'also';
}

/** Numbers fill their field with zeros from the left. */
export function numeric(level: Level, { code, source, elements, ...rest }: NumericEdit): CheckedEdit {
  const of = elementsOf(level);
  const cases = Object.entries(elements).map(([name, { pattern, hint }]) => ({
    element: of(name),
    isRight: (value: string) => pattern.test(value),
    words: (): HitDetails => ({ hint }),
  }));
  return error(level, {
    code,
    scope: 'element',
    elements: cases.map(({ element }) => element.number),
    message: '{element} is {value}, which is not the number that belongs there.',
    hint: 'Enter digits only; fill the field with zeros from the left.',
    source,
    ...rest,
    check(segment, run) {
      for (const { element, isRight, words } of cases) hitWrong(run, segment, element, isRight, words);
    },
  });
}
