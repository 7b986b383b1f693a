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

/** Who has signed in. */
export interface Member {
  /** Of the person or the machine, for good. */
  id: string;
  /** What the log of decisions calls them. */
  name: string;
  roles: readonly Role[];
  /** ORIs of the agencies they work for. */
  oris: readonly string[];
}

/** Who calls an operation, in the roles that it is for. */
export interface Caller extends Omit<Member, 'oris'> {
  /** Agencies whose reports they may see and file in these roles; `all` for whoever works for the state program. */
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
 * Who has signed in, from the claims of an access token. Groups of a person are roles and the ORIs of their agencies; what a
 * machine may upload for is what `orisOf`, the registry of agencies, says of its client id.
 */
export async function memberOf(
  claims: AccessClaims,
  orisOf: (clientId: string) => Promise<readonly string[]>,
): Promise<Member> {
  const { sub, client_id: client, scope, username, 'cognito:groups': groups = '' } = claims;
  if (scope.split(' ').includes(scopes.machine)) {
    return { id: client, name: client, roles: ['machine-uploader'], oris: await orisOf(client) };
  }
  const names = groups.split(/[\s,[\]]+/);
  return {
    id: sub,
    name: username ?? sub,
    roles: roles.filter((role) => role !== 'machine-uploader' && names.includes(role)),
    oris: names.filter((name) => oriPattern.test(name)),
  };
}

/**
 * A member as the caller of an operation that is for these roles; undefined when it is not for them. Whoever is an auditor
 * and a clerk as well sees all agencies where auditors look, and files for their own alone.
 */
export function callerIn({ oris, ...member }: Member, allowed: readonly Role[]): Caller | undefined {
  const acting = member.roles.filter((role) => allowed.includes(role));
  if (acting.length === 0) return undefined;
  const isOfState = acting.some((role) => role === 'element-reader' || stateRoles.includes(role));
  return { ...member, roles: acting, agencies: isOfState ? 'all' : oris };
}

/** Whether what is an agency's is theirs to see. */
export function mayUse({ agencies }: Pick<Caller, 'agencies'>, ori: string): boolean {
  return agencies === 'all' || agencies.includes(ori);
}

/** As whom they are on record where state elements are read or counted: names are given to others in time, ids are not. */
export function readerOf({ name, id }: Pick<Caller, 'name' | 'id'>): string {
  return name === id ? id : `${name} (${id})`;
}
