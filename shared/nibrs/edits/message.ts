import { codeListOf, meaning } from '../codes/index.ts';
import { spellDate } from './rules/dates.ts';

const unprintable = /[\p{Cc}\p{Cf}]/gu;

/**
 * Fills the braces of a message or hint: `{element}` is the element's name, `{value}` the value found with its meaning,
 * `{segment}` the kind of segment; anything else comes from the hit's details.
 */
export function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (brace, name: string) => values[name] ?? brace);
}

/** Elements that are dates. */
const dates: ReadonlySet<string> = new Set(['3', '5', '17', '42']);

/**
 * A value as a person reads it: `SE (spouse)` when its code has a meaning, `20260905 (September 5, 2026)` for a date, in
 * quotes when it has blanks or signs.
 */
export function spell(element: string, value: string | undefined): string {
  if (value === undefined) return 'blank';
  const list = codeListOf[element];
  const meant = dates.has(element) ? spellDate(value) : list && meaning(list, value);
  if (meant !== undefined) return `${value} (${meant})`;
  return /^[\w-]+$/.test(value) ? value : spellText(value);
}

/** Text in quotes. A tab shows as one, and a character that a screen would obey or could not show as `?`. */
export function spellText(text: string): string {
  return `"${text.replaceAll('\t', '‹tab›').replace(unprintable, '?')}"`;
}
