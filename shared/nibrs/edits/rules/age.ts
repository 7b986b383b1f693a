import type { Level } from '../../model/index.ts';
import { type CheckedEdit, error, warning } from '../edit.ts';
import { elementsOf } from '../element.ts';
import { hitWrong } from './hit-wrong.ts';

/** The FBI's number of each rule on one level. */
interface AgeNumbers {
  /** x08 */
  justified: string;
  /** x09 */
  rangeForm: string;
  /** x10 */
  rangeOrder: string;
  /** x22 */
  rangeFromUnknown: string;
  /** Absent for victims, whose letter codes make an exact age a matter of the code list. */
  exact?: string;
  /** Warning for 01 and 02; absent for victims. */
  infant?: string;
  /** Warning for 99. */
  over98: string;
  /** Warning for 0198 and 0199. */
  widestRange: string;
}

interface AgeRule {
  severity: 'error' | 'warning';
  isRight(value: string): boolean;
  message: string;
  hint: string;
}

/** The words for an age that should be two digits. */
export const exactAge = {
  message: '{element} is {value}, which is not an age.',
  hint: 'Enter two digits, 01 to 98; 99 for over 98, 00 for unknown.',
};

/** A value breaks one of these at most, so that one slip of the pen is one finding. */
const rules: Readonly<Record<keyof AgeNumbers, AgeRule>> = {
  justified: {
    severity: 'error',
    isRight: (value) => !value.startsWith(' '),
    message: '{element} {value} does not start in the first position of its field.',
    hint: 'Move the age to the left; two blanks follow a single age.',
  },
  rangeForm: {
    severity: 'error',
    isRight: (value) => value.startsWith(' ') || value.length <= 2 || isRange(value),
    message: '{element} {value} is neither a single age nor a range.',
    hint: 'Enter two digits for one age, or four for a range: 2530 means 25 to 30.',
  },
  rangeOrder: {
    severity: 'error',
    isRight: (value) => !isRange(value) || value.startsWith('00') || value.slice(0, 2) < value.slice(2),
    message: '{element} is the range {value}, whose first age is not below its second.',
    hint: 'Enter the lower age first; for one age enter two digits only.',
  },
  rangeFromUnknown: {
    severity: 'error',
    isRight: (value) => !isRange(value) || !value.startsWith('00'),
    message: '{element} is the range {value}, which begins with 00 (unknown).',
    hint: 'Begin the range with the lowest age possible, 01 or more, or enter 00 alone if the age is unknown.',
  },
  exact: {
    severity: 'error',
    isRight: (value) => value.startsWith(' ') || value.length > 2 || /^\d{2}$/.test(value),
    ...exactAge,
  },
  infant: {
    severity: 'warning',
    isRight: (value) => value !== '01' && value !== '02',
    message: '{element} is {value}, under three years.',
    hint: 'Make sure that the age is right; enter 00 if it is unknown.',
  },
  over98: {
    severity: 'warning',
    isRight: (value) => value !== '99',
    message: '{element} is 99, over 98 years.',
    hint: 'Make sure that the person is over 98; enter 00 if the age is unknown.',
  },
  widestRange: {
    severity: 'warning',
    isRight: (value) => value !== '0198' && value !== '0199',
    message: '{element} is the range {value}, which covers every age.',
    hint: 'Narrow the range down, or enter 00 if the age is unknown.',
  },
};

/** The form of an age: two characters from the left, or a range of two times two digits; and ages that are seldom true. */
export function age(level: Level, name: string, source: string, numbers: AgeNumbers): CheckedEdit[] {
  const element = elementsOf(level)(name);
  return Object.entries(numbers).map(([rule, code]: [string, string]) => {
    const { severity, isRight, message, hint } = rules[rule as keyof AgeNumbers];
    const edit = severity === 'error' ? error : warning;
    return edit(level, {
      code,
      scope: 'element',
      elements: [element.number],
      message,
      hint,
      source: severity === 'error' ? source : '5.2.10',
      check(segment, run) {
        hitWrong(run, segment, element, isRight);
      },
    });
  });
}

function isRange(value: string): boolean {
  return /^\d{4}$/.test(value);
}
