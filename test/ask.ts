import type { Caller } from '../shared/api/caller.ts';
import type { Answer, Route } from '../shared/api/route.ts';
import { routes } from '../shared/api/routes/index.ts';

/** What is asked of a route, as it comes in a request. */
export interface Question {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
  id?: string;
}

type Answers = Partial<Record<keyof typeof routes, unknown>>;

/** Asks as a request does: through the schemas of the route, the reply's as well. */
export function askOf<A extends Answers>(answers: A, newId: () => string) {
  return async (
    name: keyof A & keyof typeof routes,
    caller: Caller,
    { params = {}, query = {}, body, id = newId() }: Question = {},
  ): Promise<unknown> => {
    const route: Route = routes[name];
    const answer = answers[name] as Answer<Route>;
    const asked = { params: route.params?.parse(params) ?? {}, query: route.query?.parse(query) ?? {} };
    const reply = await answer({ ...asked, body: route.body?.parse(body), caller, id } as never);
    return route.mediaTypes ? reply : route.reply.parse(reply);
  };
}
