import * as fc from 'fast-check';
import { TryAgainError } from '../shared/errors.ts';
import type { ReportsChunk } from '../shared/intake/messages.ts';
import type { Append, Ledger } from '../shared/ledger/port.ts';
import type { Pipeline } from './pipeline.ts';

type Fault = 'before' | 'halfway' | 'after' | 'never';

/** When appends fail, one after the other. */
export const faults: fc.Arbitrary<Fault[]> = fc.array(fc.constantFrom('before', 'halfway', 'after', 'never'), {
  maxLength: 30,
});

/** A ledger whose appends fail as told: before they are done, or after some or all of them are. */
export function failing(ledger: Ledger, schedule: Fault[]): Ledger {
  return {
    ...ledger,
    async append(appends: readonly Append[]) {
      const fault = schedule.shift() ?? 'never';
      if (fault === 'before') throw new TryAgainError('The store went away.');
      if (fault === 'halfway') await ledger.append(appends.slice(0, Math.ceil(appends.length / 2)));
      if (fault === 'after') await ledger.append(appends);
      if (fault !== 'never') throw new TryAgainError('The answer was lost.');
      return ledger.append(appends);
    },
  };
}

/** Delivers a chunk until it is done. */
export async function deliver(pipeline: Pipeline, chunk: ReportsChunk): Promise<void> {
  for (;;) {
    try {
      return await pipeline.process(chunk);
    } catch (error) {
      if (!(error instanceof TryAgainError)) throw error;
    }
  }
}
