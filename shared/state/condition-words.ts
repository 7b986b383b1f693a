import { codeListOf } from '../nibrs/codes/index.ts';
import type { Condition, Described, StateElement, StateProfile } from './declaration.ts';
import { kinds } from './described.ts';
import { federalField } from './federal-values.ts';

/**
 * What an obligation of an element depends on, as the end of a sentence: `Status (ZZ-8) is reported`. `negated` says that it
 * does not hold.
 */
export function conditionWords(
  condition: Condition,
  { describes }: StateElement,
  profile: StateProfile,
  negated = false,
): string {
  if (condition === 'segment sent') return `${negated ? 'no' : 'any'} other element of its segment is reported`;
  const { element, is } = condition;
  const other = profile.elements.find(({ id }) => id === element);
  const name = other ? `${other.title} (${element})` : federalElement(element, describes);
  if (is === undefined) return `${name} is ${negated ? 'not ' : ''}reported`;
  const codes = other?.format.kind === 'codes' ? other.format.codes : undefined;
  const meaningOf = (code: string) => codes?.[code] ?? codeListOf[element]?.get(code)?.meaning;
  const values = is.map((code) => withMeaning(code, meaningOf(code)));
  if (!negated) return `${name} is ${values.join(', or ')}`;
  return `${name} is ${values.length === 1 ? 'not' : 'neither'} ${values.join(', nor ')}`;
}

/** `Sex of victim, the FBI’s element 27`. */
export function federalElement(number: string, describes: Described): string {
  const label = kinds[describes].levels.flatMap((level) => federalField(level, number)?.label ?? [])[0];
  return label === undefined ? `the FBI’s element ${number}` : `${label}, the FBI’s element ${number},`;
}

/** `U (unknown)`. */
export function withMeaning(code: string, text: string | undefined): string {
  return text === undefined ? code : `${code} (${text})`;
}
