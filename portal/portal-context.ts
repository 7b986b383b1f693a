import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PortalConfig } from '../shared/api/config.ts';
import type { Operation } from '../shared/api/routes/index.ts';
import type { Call, Reply } from './api.ts';
import type { Session } from './session.ts';
import type { SignedOut } from './sign-out.ts';

/** Who is signed in. */
export type Caller = Reply<'readCaller'>;

/** What every page may need. */
export interface Portal {
  config: PortalConfig;
  caller: Caller;
  call: Call;
  session: Session;
  /** Never comes back. */
  signOut(why?: SignedOut): Promise<never>;
}

export const PortalContext = createContext<Portal | undefined>(undefined);

/** What every page may need. Throws outside of the frame. */
export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error('A page was rendered outside of the frame.');
  return portal;
}

/** Whether the API lets this caller do something. The portal shows only that; what holds is what the API says. */
export function may({ roles }: Caller, operation: Operation): boolean {
  return OPERATIONS[operation].roles.some((role) => (roles as readonly string[]).includes(role));
}
