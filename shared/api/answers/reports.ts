import { type Access, listAccesses } from '../../access/list-accesses.ts';
import { NotFoundError } from '../../errors.ts';
import type { ReadHistoryReply, ReadHistoryRequest } from '../../history/messages.ts';
import type { Ledger } from '../../ledger/port.ts';
import type { Clock } from '../../ports.ts';
import { mayUse } from '../caller.ts';
import type { AnswersTo } from '../routes/index.ts';

export interface ReportAnswersDependencies {
  ledger: Ledger;
  /** Asks the function that may open federal halves. */
  readHistory(request: ReadHistoryRequest): Promise<ReadHistoryReply>;
  clock: Clock;
}

export function reportAnswers({
  ledger,
  readHistory,
  clock,
}: ReportAnswersDependencies): AnswersTo<'readHistory' | 'listAccesses'> {
  return {
    async readHistory({ params, caller }) {
      const reply = mayUse(caller, params.ori) ? await readHistory(params) : nothing;
      if ('refused' in reply) throw new NotFoundError(reply.refused);
      if (reply.history.length > 0) return reply;
      throw new NotFoundError('Nothing was filed under this number, or it is not of your agencies.');
    },

    async listAccesses({ query: { month, agency, number } }) {
      const accesses = await listAccesses(ledger, { month, ori: agency, number }, clock());
      return { accesses: accesses.map(shown) };
    },
  };
}

const nothing: ReadHistoryReply = { history: [] };

function shown({ type, at, data }: Access) {
  const { reader, reason } = data;
  if (type === 'StateElementsRead') {
    const { ori, number, elements } = data;
    return { at, what: 'read' as const, reader, reason, ori, number, element: elements.join(' ') || null };
  }
  return { at, what: 'counted' as const, reader, reason, ori: null, number: null, element: data.element };
}
