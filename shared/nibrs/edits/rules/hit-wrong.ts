import type { Period, Segment } from '../../model/index.ts';
import type { HitDetails, Run } from '../edit.ts';
import type { Element } from '../element.ts';

/** True when a value is as the rule wants it. */
export type IsRight = (value: string, period: Period) => boolean;

/** The words for one wrong value, in place of the edit's own. */
export type WordsFor = (element: Element, value: string, period: Period) => HitDetails;

/** Hits every filled occurrence of an element that is not right, with words of its own where `wordsFor` gives any. */
export function hitWrong(run: Run, segment: Segment, element: Element, isRight: IsRight, wordsFor?: WordsFor): void {
  const { period } = run.context;
  const count = element.count(segment);
  for (let occurrence = 0; occurrence < count; occurrence++) {
    const value = element.value(segment, occurrence);
    if (value === undefined || isRight(value, period)) continue;
    run.hit(segment, element.name, { occurrence, ...wordsFor?.(element, value, period) });
  }
}
