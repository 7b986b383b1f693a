import { UsageError } from '../errors.ts';
import type { StateElement, StateProfile } from '../state/index.ts';
import { type Statuses, statusesOf } from '../statistics/index.ts';

/** An element that arrests can be counted by. */
export interface ElementToCount {
  profile: StateProfile;
  element: StateElement;
  statuses: Statuses;
}

/**
 * What there is to know of an element before arrests are counted by it. Throws `UsageError` for one that is not collected
 * here, and as `statusesOf` does for one that does not count arrests.
 */
export function elementToCount(profile: StateProfile | undefined, id: string): ElementToCount {
  const element = profile?.elements.find((declared) => declared.id === id);
  if (profile && element) return { profile, element, statuses: statusesOf(element) };
  const known = profile?.elements.map((declared) => declared.id).join(', ') || 'none';
  throw new UsageError(`This repository collects no element ${id}. Its elements: ${known}.`);
}
