import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ListedFinding } from './filter.ts';
import { idOf } from './groups.ts';

type Settlement = ListedFinding['settlement'];

/** What was settled since the findings were loaded. */
export type Settled = ReadonlyMap<string, Settlement>;

interface SettledHere {
  settled: Settled;
  /** Tells the page what a warning was settled as. */
  tell(finding: ListedFinding, settlement: Settlement): void;
}

export const SettledContext = createContext<SettledHere>({ settled: new Map(), tell: () => {} });

/** What a finding is settled as by now, and how to tell the page of more. */
export function useSettled() {
  const { settled, tell } = useContext(SettledContext);
  const settlementOf = (finding: ListedFinding): Settlement => {
    const since = settled.get(idOf(finding));
    // What was opened again is `null`.
    return since === undefined ? finding.settlement : since;
  };
  return { settlementOf, tell };
}
