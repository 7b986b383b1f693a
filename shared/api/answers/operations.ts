import { findCountOutcome } from '../../access/result.ts';
import type { Failures } from '../../operations/failures.ts';
import { explainedDeadLetters, type WorkQueue } from '../../operations/work-queues.ts';
import type { Clock, Objects } from '../../ports.ts';
import { type Calendar, calendarEntries } from '../../schedule/calendar.ts';
import type { AnswersTo } from '../routes/index.ts';

export interface OperationDependencies {
  queues: readonly WorkQueue[];
  failures: Pick<Failures, 'find'>;
  calendar: Calendar;
  objects: Objects;
  workBucket: string;
  clock: Clock;
}

/** How the system itself is, and what came of counts. */
export function operationAnswers(deps: OperationDependencies): AnswersTo<'readOperations' | 'readStatistics'> {
  const { queues, failures, calendar, clock } = deps;
  return {
    async readOperations() {
      const read = await Promise.all(queues.map((queue) => readQueue(queue, failures)));
      return {
        queues: read.map(({ queue }) => queue),
        deadLetters: read.flatMap(({ letters }) => letters),
        calendar: calendarEntries(calendar, clock()).map(({ action, days, next }) => ({
          action,
          days: [...days],
          next: next.toISOString(),
        })),
      };
    },

    async readStatistics({ params: { request } }) {
      const outcome = await findCountOutcome(deps, request);
      if (!outcome) return { state: 'being counted' };
      return 'refused' in outcome ? { state: 'refused', why: outcome.refused } : { state: 'counted', ...outcome };
    },
  };
}

async function readQueue(queue: WorkQueue, failures: Pick<Failures, 'find'>) {
  const { name, function: worker } = queue;
  const [waiting, deadLetters, letters] = await Promise.all([
    queue.waiting(),
    queue.deadLetters.count(),
    explainedDeadLetters(queue, failures),
  ]);
  return {
    queue: { name, function: worker, waiting, deadLetters },
    letters: letters.map(({ at = null, cause = null, ...letter }) => ({ ...letter, at, cause })),
  };
}
