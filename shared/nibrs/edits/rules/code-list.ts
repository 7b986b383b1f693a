import { type CodeList, codeListOf, isCode } from '../../codes/index.ts';
import type { Level, Period } from '../../model/index.ts';
import { type CheckedEdit, error, type HitDetails } from '../edit.ts';
import { type Element, elementsOf } from '../element.ts';
import { whatToEnter } from './entry.ts';
import { hitWrong, type IsRight } from './hit-wrong.ts';

interface LegalValues {
  isRight: IsRight;
  /** In place of a hint made from the code list. */
  hint?: string;
}

interface CodeListEdit {
  code: string;
  source: string;
  elements: readonly string[];
  /** Elements whose legal values are not just those of their list. */
  besides?: Readonly<Record<string, LegalValues>>;
}

/** A filled element holds a value of its list that is legal in the period: x04 and the numbers that single elements have. */
export function codeList(level: Level, { code, source, elements, besides = {} }: CodeListEdit): CheckedEdit {
  const of = elementsOf(level);
  const legalValues: (readonly [Element, LegalValues])[] = [
    ...elements.map(of).map((element) => [element, legalValuesOf(element)] as const),
    ...Object.entries(besides).map(([name, legal]) => [of(name), legal] as const),
  ];
  const cases = legalValues.map(([element, { isRight, hint }]) => ({
    element,
    isRight,
    words: hint === undefined ? wordsFor : () => ({ hint }),
  }));
  return error(level, {
    code,
    scope: 'element',
    elements: cases.map(({ element }) => element.number),
    message: '{element} is {value}, which is not a valid value.',
    hint: "Enter a code of the FBI's list for {element}.",
    source,
    check(segment, run) {
      for (const { element, isRight, words } of cases) hitWrong(run, segment, element, isRight, words);
    },
  });
}

/** Two letters of the state and two characters: the FBI gives these out city by city, so only the form can be checked. */
const cityForm = /^[A-Z]{2}[A-Z0-9]{2}$/;

function legalValuesOf(element: Element): LegalValues {
  if (element.number === 'City') {
    return {
      isRight: (value) => cityForm.test(value),
      hint: 'Enter the four characters that the FBI gave the city; leave it blank if the city does not report directly.',
    };
  }
  const list = listOf(element);
  return { isRight: (value, period) => isCode(list, value, period) };
}

/** The codes of an element that has a list; of any other it throws `RangeError`. */
export function listOf({ number, label }: Element): CodeList {
  const list = codeListOf[number];
  if (list === undefined) throw new RangeError(`${label} (${number}) has no code list.`);
  return list;
}

/** A code of another edition is called that; of any other it is said what to enter instead. */
function wordsFor(element: Element, value: string, period: Period): HitDetails {
  const known = codeListOf[element.number]?.get(value);
  if (known?.until !== undefined && known.until < period) {
    return {
      message: '{element} is {value}, a code that ended with {until}.',
      hint: 'Choose the code that took its place; the old one is only good for submissions up to {until}.',
      details: { until: known.until },
    };
  }
  if (known?.since !== undefined && period < known.since) {
    return {
      message: '{element} is {value}, a code that began with {since}.',
      hint: 'Choose a code that was in use at the time, or submit with a month from {since} on.',
      details: { since: known.since },
    };
  }
  const hint = whatToEnter(element, period);
  return hint === undefined ? {} : { hint };
}
