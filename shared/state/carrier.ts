import { field } from '../nibrs/flatfile/layout.ts';
import type { Described, StateProfile, StateSegment } from './declaration.ts';
import { widthOf } from './format.ts';
import { type StateField, stateLayouts } from './layout.ts';
import { perProfile } from './per-profile.ts';

/** What carries elements of one kind of person or thing: a state segment, a row of a supplement, an augmentation. */
export type Carrier = Pick<StateSegment, 'level' | 'title' | 'describes'>;

/** Elements that stand together in one carrier. */
export interface CarriedElements {
  readonly segment: Carrier;
  readonly fields: readonly StateField[];
}

/** In place of a segment's level, in findings. */
export const supplementLevel = 'supplement';

/** A row of a supplement, as far as it says something of one kind. */
export function supplementRow(describes: Described): Carrier {
  return { level: supplementLevel, title: 'Whole row', describes };
}

/** Every element that a state segment or a supplement carries, once: with its segment where it has one. */
export const carriedElements: (profile: StateProfile) => readonly CarriedElements[] = perProfile((profile) => [
  ...stateLayouts(profile),
  ...onlySupplied(profile),
]);

function onlySupplied({ elements }: StateProfile): CarriedElements[] {
  const own = elements.filter(({ carriers }) => carriers.supplement && !carriers.segment);
  return [...Map.groupBy(own, ({ describes }) => describes)].map(([describes, declarations]) => ({
    segment: supplementRow(describes),
    fields: declarations.map((declared) => {
      const { id, title, format } = declared;
      return { ...field(id, id, title, 1, widthOf(format)), declared };
    }),
  }));
}
