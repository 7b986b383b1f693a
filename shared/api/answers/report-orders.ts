import type { ReadElements, ReadReply } from '../../access/messages.ts';
import { UsageError } from '../../errors.ts';
import { askToExpunge, demandExpungible } from '../../expunge/ask.ts';
import type { ExpungeReport } from '../../expunge/messages.ts';
import { nothingUnder, readHistory } from '../../history/history.ts';
import type { Ledger } from '../../ledger/port.ts';
import type { Queue } from '../../ports.ts';
import { mayUse, readerOf } from '../caller.ts';
import type { AnswersTo } from '../routes/index.ts';

export interface ReportOrderDependencies {
  ledger: Ledger;
  expungements: Queue<ExpungeReport>;
  /** Has the function read that alone may, and record it. */
  readElements(request: ReadElements): Promise<ReadReply>;
}

/** What people ask of one report. What its elements say goes through here, and is kept and logged nowhere. */
export function reportOrders({
  ledger,
  expungements,
  readElements,
}: ReportOrderDependencies): AnswersTo<'readElements' | 'expungeReport'> {
  return {
    async readElements({ params: { ori, number }, body: { reason }, caller }) {
      const isTheirs = mayUse(caller, ori) && (await readHistory(ledger, { ori, number })).length > 0;
      if (!isTheirs) throw nothingUnder(ori, number);
      const reply = await readElements({ ori, number, reason, reader: readerOf(caller) });
      if ('refused' in reply) throw new UsageError(reply.refused);
      return reply;
    },

    async expungeReport({ params: { ori, number }, body: { order }, caller, id }) {
      await demandExpungible(ledger, { ori, number });
      await askToExpunge(expungements, { ori, number, order, by: caller.name, request: id });
      return { request: id };
    },
  };
}
