import { codeListOf } from '../nibrs/codes/index.ts';

/** The FBI's codes of an element, by its number, with their meanings: for a state that uses them in a field of its own. */
export function fbiCodes(element: string, { without = [] }: { without?: readonly string[] } = {}) {
  const list = [...(codeListOf[element] ?? [])].filter(([code]) => !without.includes(code));
  return Object.fromEntries(list.map(([code, { meaning }]) => [code, meaning]));
}
