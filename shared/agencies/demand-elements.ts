import { UsageError } from '../errors.ts';
import type { StateProfile } from '../state/index.ts';
import type { AgencyEntry } from './facts.ts';

/** Throws `UsageError` for an element that the state does not collect; `place` is where it was said. */
export function demandElements(profile: StateProfile | undefined, { facts }: AgencyEntry, place = ''): void {
  const known = (profile?.elements ?? []).map(({ id }) => id);
  const unknown = facts.elements?.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const collected = known.length === 0 ? 'The repository collects none' : `Its elements: ${known.join(', ')}`;
  throw new UsageError(`${place}elements: "${unknown}" is no element of the state. ${collected}.`);
}
