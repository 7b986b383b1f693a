import type { StateProfile } from './declaration.ts';

/** The function, computed once for each profile: every report asks again, and a profile never changes. */
export function perProfile<T>(compute: (profile: StateProfile) => T): (profile: StateProfile) => T {
  const known = new WeakMap<StateProfile, { result: T }>();
  return (profile) => {
    const found = known.get(profile);
    if (found) return found.result;
    const result = compute(profile);
    known.set(profile, { result });
    return result;
  };
}
