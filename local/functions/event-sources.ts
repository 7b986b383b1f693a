import { availableParallelism } from 'node:os';
import type { Plan } from '../template/plan.ts';
import { EventSource, type EventSourceOptions } from './event-source.ts';
import type { FunctionHost } from './host.ts';

/** A function was called with the messages of a batch. */
export interface Invocation {
  function: string;
  /** The bodies of the messages. */
  messages: string[];
}

interface Common extends Pick<EventSourceOptions, 'sqs' | 'onFailure' | 'onProgress' | 'onFault'> {
  onInvocation(invocation: Invocation): void;
}

/**
 * Connects functions to their queues as the template's mappings say, no more copies of one at once than cores. `callable`
 * has them by all of their names.
 */
export function startEventSources(
  plan: Plan,
  callable: ReadonlyMap<string, FunctionHost>,
  { onInvocation, ...common }: Common,
): EventSource[] {
  return plan.mappings.map((mapping) => {
    const queue = plan.queues.find(({ arn }) => arn === mapping.queueArn);
    const host = callable.get(mapping.functionName);
    if (!queue || !host) throw new Error(`The mapping of ${mapping.queueArn} has no queue or no function`);
    return new EventSource({
      ...common,
      mapping,
      queueUrl: queue.url,
      concurrency: Math.min(mapping.maxConcurrency, availableParallelism()),
      invoke: (event) =>
        host.invoke(event).finally(() => {
          onInvocation({ function: host.name, messages: event.Records.map(({ body }) => body) });
        }),
    });
  });
}
