import { availableParallelism } from 'node:os';
import { ConfigurationError } from '../shared/errors.ts';
import type { Clock } from '../shared/ports.ts';
import { Turns } from './functions/turns.ts';
import { createAuthorizer } from './gateway/authorizer.ts';
import { type Gateway, type GatewayOptions, startGateway } from './gateway/gateway.ts';
import { type IdentityProvider, type ServedPool, startIdentityProvider } from './identity/identity-provider.ts';
import type { LocalMachine, LocalPerson } from './identity/people.ts';
import type { Plan } from './template/plan.ts';

/** What people and programs meet: the gateway, and where they sign in. */
export interface FrontDoor {
  gateway: Gateway;
  identity: IdentityProvider;
  stop(): Promise<void>;
}

export interface ApiOptions {
  people: readonly LocalPerson[];
  machines: readonly LocalMachine[];
  clock: Clock;
  /** By all names that they are called by. */
  functions: ReadonlyMap<string, { invoke(event: unknown): Promise<unknown> }>;
}

/**
 * Listens, the gateway at `port` where one is given; whoever comes is answered once the API is served. Throws `UsageError`
 * when the port is taken.
 */
export async function startFrontDoor(options: GatewayOptions): Promise<FrontDoor> {
  const gateway = await startGateway(options);
  const identity = await startIdentityProvider();
  return {
    gateway,
    identity,
    stop: async () => {
      await Promise.all([gateway.stop(), identity.stop()]);
    },
  };
}

/**
 * Serves the API and the user pool of a template, where it has them. Throws `ConfigurationError` for an API without a
 * user pool, and for one that leads to a function which there is not.
 */
export async function serveApi(
  { gateway, identity }: FrontDoor,
  plan: Plan,
  { people, machines, clock, functions }: ApiOptions,
): Promise<ServedPool | undefined> {
  const { userPoolClients: clients, userPoolGroups: roles } = plan;
  const [poolId] = plan.userPools;
  const directory = { people, machines, clients, roles, portal: gateway.url };
  const pool = poolId === undefined ? undefined : await identity.serve(poolId, { directory, clock });

  const [api] = plan.apis;
  if (!api) return pool;
  if (!pool) throw new ConfigurationError('The template has an API, and no user pool that gives tokens for it');
  // No more copies of a function at once than that: a page asks for many of its files in one moment.
  const turns = new Map(api.routes.map(({ functionName }) => [functionName, new Turns(2 * availableParallelism())]));
  for (const name of turns.keys()) {
    if (!functions.has(name)) throw new ConfigurationError(`The API leads to the function ${name}, which there is not`);
  }
  gateway.serve({
    api,
    stage: plan.stages[0] ?? '',
    authorize: createAuthorizer({ ...pool, clock }),
    invoke: async (name, event) => turns.get(name)?.take(async () => functions.get(name)?.invoke(event)),
    clock,
  });
  return pool;
}
