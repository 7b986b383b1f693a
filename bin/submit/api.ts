import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { apiPath } from '../../shared/api/openapi.ts';
import { problem } from '../../shared/api/problem.ts';
import type { Route } from '../../shared/api/route.ts';
import { type Operation, type Routes, routes } from '../../shared/api/routes/index.ts';
import { TryAgainError, UsageError } from '../../shared/errors.ts';
import { PassingFailure, persist } from './retry.ts';
import type { TokenSource } from './sign-in.ts';

/** What an operation is asked. */
export interface Asked<O extends Operation> {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Routes[O] extends { body?: infer Body extends z.ZodType } ? z.input<Body> : never;
}

/**
 * Calls an operation of the API and gives its reply. What may pass is tried again, a write under one idempotency key. Throws
 * `UsageError` with the repository's own words when it refuses, and `TryAgainError` when it fails.
 */
export type CallApi = <O extends Operation>(operation: O, asked: Asked<O>) => Promise<z.output<Routes[O]['reply']>>;

/** How operations of the repository at this address are called. */
export function apiOf(repository: URL, token: TokenSource): CallApi {
  return async <O extends Operation>(operation: O, asked: Asked<O>) => {
    const route: Route = routes[operation];
    const address = addressOf(repository, route, asked);
    const key = randomUUID();
    const response = await persist(async () => {
      const response = await fetch(address, {
        method: route.method,
        headers: {
          Authorization: `Bearer ${await token()}`,
          ...(route.method !== 'GET' && { 'Idempotency-Key': key }),
          ...(asked.body !== undefined && { 'Content-Type': 'application/json' }),
        },
        body: asked.body === undefined ? null : JSON.stringify(asked.body),
      });
      if (response.status === 429 || response.status >= 500) throw new PassingFailure(`Status ${response.status}`);
      return response;
    }, `${repository.origin} does not answer`);
    if (!response.ok) throw await refusalIn(response);
    const reply = route.reply.safeParse(await response.json());
    if (reply.success) return reply.data as z.output<Routes[O]['reply']>;
    throw new TryAgainError(`${repository.origin} answers in a way that this version does not understand. Update it.`);
  };
}

function addressOf(repository: URL, { path }: Route, { params = {}, query = {} }: Asked<Operation>): URL {
  const place = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ''));
  const address = new URL(`.${apiPath}${place}`, repository);
  address.search = new URLSearchParams(query).toString();
  return address;
}

async function refusalIn(response: Response): Promise<Error> {
  const told = problem.safeParse(await response.json().catch(() => undefined));
  return new UsageError(told.success ? told.data.detail : `The repository refused with status ${response.status}.`);
}
