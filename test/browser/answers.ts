import type { BrowserContext, Request } from 'playwright-core';
import type { z } from 'zod';
import { apiPath } from '../../shared/api/openapi.ts';
import { type Operation, type Routes, routes } from '../../shared/api/routes/index.ts';

/** What an operation was asked. */
export interface AskedOf {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/** Replies by operation, each what the operation's declaration says; a problem is thrown as a `Response`. */
export type Answers = {
  [O in Operation]?: (asked: AskedOf) => z.input<Routes[O]['reply']>;
};

/**
 * Has these operations answered by the test, in place of the cloud: for states of a page that are hard to bring about. What is
 * not named is asked of the cloud. A reply that is not what its route declares fails the request.
 */
export async function answerWith(context: BrowserContext, answers: Answers): Promise<void> {
  for (const [operation, answer] of Object.entries(answers) as [Operation, (asked: AskedOf) => unknown][]) {
    const { method, path, reply } = routes[operation];
    const pattern = new RegExp(`^${apiPath}${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    await context.route(
      ({ pathname }) => pattern.test(pathname),
      async (route, request) => {
        if (request.method() !== method) return route.fallback();
        try {
          const json = reply.parse(answer(askedIn(request, pattern)));
          await route.fulfill(typeof json === 'string' ? { body: json, contentType: 'text/plain' } : { json });
        } catch (thrown) {
          if (!(thrown instanceof Response)) throw thrown;
          await route.fulfill({
            status: thrown.status,
            contentType: 'application/problem+json',
            body: await thrown.text(),
          });
        }
      },
    );
  }
}

function askedIn(request: Request, pattern: RegExp): AskedOf {
  const { pathname, searchParams } = new URL(request.url());
  const groups = pattern.exec(pathname)?.groups ?? {};
  return {
    params: Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)])),
    query: Object.fromEntries(searchParams),
    body: request.postDataJSON(),
  };
}

/** A reply that says why not, to be thrown by an answer. */
export function problem(status: number, title: string, detail: string): Response {
  return Response.json({ type: 'urn:nibrs-ledger:test', title, status, detail }, { status });
}
