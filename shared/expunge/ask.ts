import { UsageError } from '../errors.ts';
import { type HistoryEntry, nothingUnder, readHistory } from '../history/history.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Queue } from '../ports.ts';
import type { ExpungeReport } from './messages.ts';

/** All in one group, so that no two are carried out at a time. */
const group = 'expungements';

/**
 * What an order to expunge a number is about: all that was reported under it. Throws `NotFoundError` where nothing was,
 * and `UsageError` where it is nothing that can be expunged.
 */
export async function demandExpungible(
  ledger: Pick<Ledger, 'read'>,
  { ori, number }: Pick<ExpungeReport, 'ori' | 'number'>,
): Promise<HistoryEntry[]> {
  const history = await readHistory(ledger, { ori, number });
  if (history.length === 0) throw nothingUnder(ori, number);
  if (history.every(({ kind }) => kind === 'zero')) {
    throw new UsageError(`${number} is a month, and what is on file is its zero report: it describes nobody.`);
  }
  return history;
}

/** Has an order carried out. */
export function askToExpunge(expungements: Queue<ExpungeReport>, order: ExpungeReport): Promise<void> {
  return expungements.send([{ body: order, group, dedupe: order.request }]);
}
