import { useLocation } from 'preact-iso';

/** Some of what stands in the address after the question mark; what is empty or `undefined` is left out of it. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** What a page is asked for by its address. */
export interface Query {
  query: Readonly<Record<string, string>>;
  /** Goes there; Back comes back. */
  choose(changes: Changes): void;
  /** Goes there as one types: Back goes to where one was before. */
  type(changes: Changes): void;
}

/**
 * Filters and the like of a page live in its address, so that a view can be linked to, and Back works; `addressWith` is the
 * address with some of it changed.
 */
export function useQuery(): Query & { addressWith(changes: Changes): string } {
  const { path, query, route } = useLocation();
  const addressWith = (changes: Changes) => {
    const all = Object.entries<string | undefined>({ ...query, ...changes });
    const rest = all.filter((entry): entry is [string, string] => Boolean(entry[1]));
    return rest.length === 0 ? path : `${path}?${new URLSearchParams(rest)}`;
  };
  return {
    query,
    addressWith,
    choose: (changes) => route(addressWith(changes)),
    type: (changes) => route(addressWith(changes), true),
  };
}
