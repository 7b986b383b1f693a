import { codeListOf, meaning } from '../codes/index.ts';

/**
 * Fills the braces of a message or hint: `{element}` is the element's name, `{value}` the value found with its meaning,
 * `{segment}` the kind of segment; anything else comes from the hit's details.
 */
export function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (brace, name: string) => values[name] ?? brace);
}

/** A value as a person reads it: `SE (spouse)` when its code has a meaning, in quotes when it has blanks or signs. */
export function spell(element: string, value: string | undefined): string {
  if (value === undefined) return 'blank';
  const list = codeListOf[element];
  const meant = list === undefined ? undefined : meaning(list, value);
  if (meant !== undefined) return `${value} (${meant})`;
  return /^[\w-]+$/.test(value) ? value : `"${value}"`;
}
