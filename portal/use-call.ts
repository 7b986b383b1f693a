import { useEffect, useRef, useState } from 'preact/hooks';
import type { Operation } from '../shared/api/routes/index.ts';
import type { Asked, Problem, Reply } from './api.ts';
import { poll, seenAfter } from './poll.ts';
import { usePortal } from './portal-context.ts';

export interface Called<R> {
  /** The last reply; also while a newer one, or one for another query, is under way. */
  data: R | undefined;
  /** Why the last call failed; what was replied before it stays. */
  problem: Problem | undefined;
  loading: boolean;
  /** Calls again now. */
  refresh(): void;
}

interface State<R> {
  /** Of what `data` is. */
  of: string;
  data?: R | undefined;
  problem?: Problem | undefined;
  loading: boolean;
}

/**
 * Calls an operation that only reads: at once, whenever what it is asked changes, and for as long as `pollWhile` says that
 * more is to be expected, while somebody sees the page.
 */
export function useCall<O extends Operation>(
  operation: O,
  asked: Asked<O>,
  pollWhile?: (reply: Reply<O>) => boolean,
): Called<Reply<O>> {
  const { call } = usePortal();
  const [state, setState] = useState<State<Reply<O>>>({ of: '', loading: true });
  const [round, setRound] = useState(0);
  const goesOn = useRef(pollWhile);
  goesOn.current = pollWhile;
  // What another submission or agency was is not to be seen under the name of this one.
  const of = JSON.stringify([operation, (asked as { params?: unknown }).params]);
  const question = JSON.stringify([operation, asked]);

  // `question` is what is asked, and `round` asks it again.
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    setState((before) => ({ ...(before.of === of && before), of, loading: true }));
    void poll({
      signal,
      ask: () => call(operation, asked, { signal }),
      tell: (news) => setState((before) => ({ ...before, of, loading: false, ...news })),
      goesOn: (reply) => goesOn.current?.(reply) ?? false,
      wait: (millis) => seenAfter(millis, signal),
    });
    return () => ended.abort();
  }, [question, round, call]);

  const { data, problem, loading }: State<Reply<O>> = state.of === of ? state : { of, loading: true };
  return { data, problem, loading, refresh: () => setRound((value) => value + 1) };
}
