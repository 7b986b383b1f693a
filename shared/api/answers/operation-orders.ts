import { elementToCount } from '../../access/element-to-count.ts';
import type { CountArrests } from '../../access/messages.ts';
import { queueNamed, type WorkQueue } from '../../operations/work-queues.ts';
import type { Queue } from '../../ports.ts';
import type { StateProfile } from '../../state/index.ts';
import { readerOf } from '../caller.ts';
import type { AnswersTo } from '../routes/index.ts';

export interface OperationOrderDependencies {
  queues: readonly WorkQueue[];
  statistics: Queue<CountArrests>;
  profile: StateProfile | undefined;
}

/** As many messages are sent back within the time that a request has. */
const sentBackAtMost = 250;

/** What people ask of the system itself, and of those who count. */
export function operationOrders({
  queues,
  statistics,
  profile,
}: OperationOrderDependencies): AnswersTo<'redriveQueue' | 'requestStatistics'> {
  return {
    async redriveQueue({ params }) {
      const { name, deadLetters } = queueNamed(queues, params.queue);
      await deadLetters.sendBack(sentBackAtMost);
      return { queue: name, deadLetters: await deadLetters.count() };
    },

    async requestStatistics({ body, caller, id }) {
      elementToCount(profile, body.element);
      await statistics.send([{ body: { ...body, by: readerOf(caller), request: id } }]);
      return { request: id };
    },
  };
}
