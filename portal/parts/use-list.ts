import { useState } from 'preact/hooks';
import { type Asked, asProblem, type Problem, type Reply } from '../api.ts';
import { usePortal } from '../portal-context.ts';
import { type Called, useCall } from '../use-call.ts';

/** Operations that reply with a page of a list at a time. */
type Listing = 'listFindings' | 'listSubmissions';
type Item<O extends Listing> = Reply<O>['items'][number];

export interface List<O extends Listing> {
  /** The first page. */
  first: Called<Reply<O>>;
  /** Of all pages so far. */
  items: readonly Item<O>[];
  /** Asks for the page after these; undefined when they are all. */
  more: (() => Promise<void>) | undefined;
  /** Why the last page that was asked for did not come. */
  problem: Problem | undefined;
  isLoadingMore: boolean;
}

/** The pages that follow the first. */
interface Rest<O extends Listing> {
  /** What was asked, and where the first page ended: what follows another one. */
  of: string | undefined;
  items: readonly Item<O>[];
  next: string | null;
  isLoading: boolean;
  problem?: Problem;
}

/**
 * A list that comes page by page, as whoever reads it asks for more. The first page is asked for again for as long as
 * `pollWhile` says that more is to be expected of it.
 */
export function useList<O extends Listing>(
  operation: O,
  asked: Asked<O>,
  pollWhile?: (reply: Reply<O>) => boolean,
): List<O> {
  const { call } = usePortal();
  const first = useCall(operation, asked, pollWhile);
  const { data } = first;
  const of = data && JSON.stringify([asked, data.next]);
  const [kept, setRest] = useState<Rest<O>>({ of: undefined, items: [], next: null, isLoading: false });
  const rest: Rest<O> = kept.of === of ? kept : { of, items: [], next: data?.next ?? null, isLoading: false };
  const more = async () => {
    if (rest.isLoading || rest.next === null) return;
    const { problem: _, ...known } = rest;
    setRest({ ...known, isLoading: true });
    try {
      const query = { ...(asked as { query: object }).query, cursor: rest.next };
      const page = await call(operation, { ...asked, query } as Asked<O>);
      const items = [...rest.items, ...(page.items as readonly Item<O>[])];
      setRest((now) => (now.of === of ? { of, items, next: page.next, isLoading: false } : now));
    } catch (error) {
      setRest((now) => (now.of === of ? { ...known, isLoading: false, problem: asProblem(error) } : now));
    }
  };
  return {
    first,
    items: [...((data?.items ?? []) as readonly Item<O>[]), ...rest.items],
    more: rest.next === null ? undefined : more,
    problem: rest.problem,
    isLoadingMore: rest.isLoading,
  };
}
