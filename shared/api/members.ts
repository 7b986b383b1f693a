import { listAgencies } from '../agencies/registry.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Clock } from '../ports.ts';
import { type AccessClaims, type Member, memberOf } from './caller.ts';

/** For so long what the registry says of a machine is taken for true, milliseconds. */
const trusted = 60_000;

/** Tells who has signed in; what machines upload for is looked up in the registry of agencies, once a minute at most. */
export function membersOf(ledger: Ledger, clock: Clock): (claims: AccessClaims) => Promise<Member> {
  const known = new Map<string, { at: number; oris: Promise<readonly string[]> }>();
  const orisOf = (clientId: string) => {
    const now = clock().getTime();
    const before = known.get(clientId);
    if (before && now - before.at < trusted) return before.oris;
    const oris = orisUploadedBy(ledger, clientId);
    known.set(clientId, { at: now, oris });
    oris.catch(() => known.delete(clientId));
    return oris;
  };
  return (claims) => memberOf(claims, orisOf);
}

async function orisUploadedBy(ledger: Ledger, clientId: string): Promise<string[]> {
  const agencies = await listAgencies(ledger);
  return agencies.filter(({ uploaders }) => uploaders?.includes(clientId)).map(({ ori }) => ori);
}
