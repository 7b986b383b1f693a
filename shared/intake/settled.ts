import type { Ledger } from '../ledger/port.ts';
import type { Clock, Fingerprint, Log } from '../ports.ts';
import type { StateProfile } from '../state/index.ts';
import type { Examined } from './examine.ts';
import type { Verdict } from './verdict.ts';

/** What it takes to judge reports and to file them. */
export interface SettleDependencies {
  ledger: Ledger;
  profile: StateProfile | undefined;
  fingerprint: Fingerprint;
  clock: Clock;
  log: Log;
}

/** A report at the end of its way: what was found, and what the ledger made of it unless edits had rejected it. */
export interface Settled {
  examined: Examined;
  verdict?: Verdict | undefined;
}
