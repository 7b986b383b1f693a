import { z } from 'zod';
import { oriPattern } from '../nibrs/model/index.ts';

/** What a caller may be to the repository. A machine is only ever an uploader; a person may be several of the others. */
export const roles = [
  'agency-clerk',
  'agency-admin',
  'machine-uploader',
  'state-operator',
  'state-auditor',
  'element-reader',
] as const;
export type Role = (typeof roles)[number];

/** Everybody who works for the state program and sees all agencies. */
export const stateRoles: readonly Role[] = ['state-operator', 'state-auditor'];

/** Everybody who works for an agency, or uploads for it. */
export const agencyRoles: readonly Role[] = ['agency-clerk', 'agency-admin', 'machine-uploader'];

/** Who calls. */
export interface Caller {
  /** Of the person or the machine, for good. */
  id: string;
  /** What the log of decisions calls them. */
  name: string;
  roles: readonly Role[];
  /** Agencies whose reports they may see and file; `all` for whoever works for the state program. */
  agencies: 'all' | readonly string[];
}

/** The scope of an access token of a person, and of one of a machine. */
export const scopes = { person: 'nibrs/use', machine: 'nibrs/upload' } as const;

/**
 * What an access token of Cognito says, as API Gateway passes it on: every claim as text, groups with commas between
 * them (API Gateway developer guide, "Integrate a REST API with a user pool"; Cognito, "Understanding the access token").
 */
export const accessClaims = z.object({
  sub: z.string().min(1),
  client_id: z.string().min(1),
  scope: z.string(),
  username: z.string().optional(),
  'cognito:groups': z.string().optional(),
});
export type AccessClaims = z.infer<typeof accessClaims>;

/**
 * Who calls, from the claims of an access token. Groups of a person are roles and the ORIs of their agencies; what a
 * machine may upload for is what `orisOf`, the registry of agencies, says of its client id.
 */
export async function callerOf(
  claims: AccessClaims,
  orisOf: (clientId: string) => Promise<readonly string[]>,
): Promise<Caller> {
  const { sub, client_id: client, scope, username, 'cognito:groups': groups = '' } = claims;
  if (scope.split(' ').includes(scopes.machine)) {
    return { id: client, name: client, roles: ['machine-uploader'], agencies: await orisOf(client) };
  }
  const names = groups.split(/[\s,[\]]+/);
  const held = roles.filter((role) => role !== 'machine-uploader' && names.includes(role));
  const isOfState = held.some((role) => stateRoles.includes(role));
  return {
    id: sub,
    name: username ?? sub,
    roles: held,
    agencies: isOfState ? 'all' : names.filter((name) => oriPattern.test(name)),
  };
}

/** Whether what is an agency's is theirs to see. */
export function mayUse({ agencies }: Pick<Caller, 'agencies'>, ori: string): boolean {
  return agencies === 'all' || agencies.includes(ori);
}
