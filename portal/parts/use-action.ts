import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api.ts';

export interface Action<Arguments extends unknown[]> {
  /** Does it, unless it is being done; `false` when it failed. */
  run(...given: Arguments): Promise<boolean>;
  busy: boolean;
  /** Why it failed last. */
  problem: Problem | undefined;
}

/** Something that is done because somebody pressed a button. */
export function useAction<Arguments extends unknown[]>(
  action: (...given: Arguments) => Promise<unknown>,
): Action<Arguments> {
  const [{ busy, problem }, setState] = useState<{ busy: boolean; problem?: Problem }>({ busy: false });
  return {
    busy,
    problem,
    async run(...given) {
      if (busy) return false;
      setState({ busy: true });
      try {
        await action(...given);
        setState({ busy: false });
        return true;
      } catch (error) {
        setState({ busy: false, problem: asProblem(error) });
        return false;
      }
    },
  };
}
