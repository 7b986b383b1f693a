import type { UserPoolClientPlan, UserPoolGroupPlan } from '../template/user-pool.ts';
import type { LocalMachine, LocalPerson } from './people.ts';

/** Who there is, and which programs they may use. */
export interface Directory {
  people: readonly LocalPerson[];
  machines: readonly LocalMachine[];
  /** Programs through which people sign in. */
  clients: readonly UserPoolClientPlan[];
  /** The groups that are roles. */
  roles: readonly UserPoolGroupPlan[];
  /** Where the gateway is: a program that it serves may send people back there too. */
  portal: string;
}

/** Both names of the gateway that a browser may know it by. */
export function portalOrigins({ portal }: Pick<Directory, 'portal'>): string[] {
  return [portal, portal.replace('localhost', '127.0.0.1')];
}

/**
 * Whether a program may send people to an address: one of those that the template names, exactly, or the same path, or
 * none, at the gateway of this machine.
 */
export function mayReturnTo(address: string, named: readonly string[], directory: Pick<Directory, 'portal'>): boolean {
  const paths = ['/', ...named.map((url) => new URL(url).pathname)];
  const here = portalOrigins(directory).flatMap((origin) => paths.map((path) => `${origin}${path}`));
  return named.includes(address) || here.includes(address);
}
