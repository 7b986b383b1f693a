import { UsageError } from '../../errors.ts';
import type { StateProfile } from '../declaration.ts';
import { iowa } from './iowa.ts';
import { missouri } from './missouri.ts';
import { oregon } from './oregon.ts';
import { texas } from './texas.ts';
import { washington } from './washington.ts';

/** The profiles of this repository, by the code of their state. */
export const profiles: ReadonlyMap<string, StateProfile> = new Map(
  [iowa, missouri, oregon, texas, washington].map((profile) => [profile.state, profile]),
);

/**
 * The profile of a state's two-letter code; undefined for `NONE`, where no state elements are collected.
 * Throws `UsageError` for any other code.
 */
export function findProfile(code: string): StateProfile | undefined {
  if (code === 'NONE') return undefined;
  const profile = profiles.get(code);
  if (!profile) {
    throw new UsageError(
      `There is no state profile "${code}". Give one of ${[...profiles.keys()].join(', ')}, or no state for the FBI's elements only.`,
    );
  }
  return profile;
}
