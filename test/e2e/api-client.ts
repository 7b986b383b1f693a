import type { LocalCloud, LocalMachine, LocalPerson } from '../../local/index.ts';
import { apiPath } from '../../shared/api/openapi.ts';
import type { Route } from '../../shared/api/route.ts';
import { type Operation, routes } from '../../shared/api/routes/index.ts';
import type { Question } from './questions.ts';

/** What came back through the gateway. */
export interface Reply {
  operation: Operation;
  status: number;
  headers: Record<string, string>;
  /** One character a byte. */
  body: string;
}

/** Asks an operation through the gateway of a local cloud, with this token or with none. */
export async function askGateway(
  { gateway }: Pick<LocalCloud, 'gateway'>,
  operation: Operation,
  { params = {}, query = {}, body }: Question,
  token?: string,
): Promise<Reply> {
  const { method, path }: Route = routes[operation];
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const response = await fetch(`${gateway.url}${apiPath}${filled}?${new URLSearchParams(given)}`, {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  return {
    operation,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await bytesOf(response),
  };
}

export async function bytesOf(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer()).toString('latin1');
}

/** Tokens of these people and machines, by what they are called here. */
export async function tokensOf<Name extends string>(
  { identity }: Pick<LocalCloud, 'identity'>,
  who: Record<Name, LocalPerson | LocalMachine>,
): Promise<Record<Name, string>> {
  const names = Object.keys(who) as Name[];
  const pairs = await Promise.all(names.map(async (name) => [name, await identity.token(who[name])] as const));
  return Object.fromEntries(pairs) as Record<Name, string>;
}
