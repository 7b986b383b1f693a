import type { StateElement, StateProfile } from '../state/declaration.ts';
import { mappableLevels } from '../state/described.ts';
import { federalField } from '../state/federal-values.ts';
import { stateLayouts } from '../state/layout.ts';

/** How often one subject can have the element: in the state's segment, or in the field of the FBI's it is mapped to. */
export function placesIn(profile: StateProfile, { id, describes, mapping }: StateElement): number {
  const fields = mapping
    ? mappableLevels(describes).map((level) => federalField(level, mapping.element))
    : stateLayouts(profile).map((layout) => layout.fields.find(({ element }) => element === id));
  return Math.max(1, ...fields.map((field) => field?.count ?? 1));
}
