import type { PortalConfig } from '../shared/api/config.ts';
import type { Session } from './session.ts';
import { goSignOut, revokeSignIn } from './sign-in.ts';
import { tellWindows } from './windows.ts';

/** Why somebody was signed out who did not ask for it in this window. */
export type SignedOut = 'idle' | 'elsewhere';

const signedOutKey = 'nibrs-signed-out';

/** Ends a session, here and at the issuer. When that was not asked for here, the next page says why. Never comes back. */
export async function signOut(config: PortalConfig, session: Session, why?: SignedOut): Promise<never> {
  if (why) sessionStorage.setItem(signedOutKey, why);
  // Another window may be sending a file while nobody is there.
  else tellWindows('signed out');
  await revokeSignIn(config, session.last);
  return goSignOut(config);
}

/** Why somebody was signed out who comes back now; it is told once. */
export function takeSignedOut(): SignedOut | undefined {
  const why = sessionStorage.getItem(signedOutKey);
  sessionStorage.removeItem(signedOutKey);
  return why === 'idle' || why === 'elsewhere' ? why : undefined;
}
