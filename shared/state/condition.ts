import type { Condition, StateElement } from './declaration.ts';

/** What the obligation of an element depends on, where that is another element; undefined for every other obligation. */
export function conditionOf({ obligation }: StateElement): Exclude<Condition, string> | undefined {
  return obligation.kind === 'conditional' && obligation.when !== 'segment sent' ? obligation.when : undefined;
}

/** True when a condition names an element of the FBI's, by its number, and not one of the profile's. */
export function isFederalElement(element: string): boolean {
  return !element.includes('-');
}
