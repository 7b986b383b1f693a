import type { RoutePlan } from '../template/api.ts';
import { noRoute } from './refusal.ts';

/** The route that a request is for. */
export interface MatchedRoute {
  route: RoutePlan;
  /** What stands in the path for its parameters, still percent-encoded, as REST APIs hand it on. */
  parameters: Record<string, string>;
}

/**
 * Finds the route of a request: first whatever fits the path best, plain text before a parameter before the rest of the
 * path, then the method; what fits worse is not asked for a method that the best lacks. Throws `Refusal` when there is
 * none.
 */
export function matchRoute(routes: readonly RoutePlan[], method: string, path: string): MatchedRoute {
  const fitting = routes.flatMap((route) => {
    const parameters = parametersOf(route.path, path);
    return parameters ? [{ route, parameters, rank: rankOf(route.path) }] : [];
  });
  const [best] = fitting.map(({ rank }) => rank).sort();
  const found = fitting.find(({ rank, route }) => rank === best && route.method === method);
  if (!found) throw noRoute();
  return found;
}

function parametersOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(segment) ?? [];
    const value = greedy ? given.splice(index).join('/') : given[index];
    if (name === undefined ? value !== segment : !value) return undefined;
    if (name !== undefined && value !== undefined) parameters[name] = value;
  }
  return given.length > wanted.length ? undefined : parameters;
}

/** Patterns that fit the same path, sorted by this, have the better one first. */
function rankOf(pattern: string): string {
  return pattern
    .split('/')
    .map((segment) => (segment.endsWith('+}') ? 'c' : segment.startsWith('{') ? 'b' : 'a'))
    .join('');
}
