import type { z } from 'zod';
import { contradictions } from './contradictions.ts';
import { type ElementDeclaration, profileShape, type StateProfile } from './declaration.ts';

/** The schema of a profile. Parse a declaration with it: a contradiction in one is a `ZodError`. */
export const stateProfile = profileShape.superRefine((profile, context) => {
  for (const message of contradictions(profile)) context.addIssue({ code: 'custom', message });
});

interface ProfileDeclaration extends Omit<z.input<typeof stateProfile>, 'elements'> {
  elements: readonly ElementDeclaration[];
}

/** The profile that a declaration makes. Throws `ZodError`, which says what to change, when it contradicts itself. */
export function declareProfile(declaration: ProfileDeclaration): StateProfile {
  return stateProfile.parse(declaration);
}
