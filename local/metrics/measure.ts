import type { Fauxqs } from '../engines/fauxqs.ts';
import type { Plan } from '../template/plan.ts';
import type { Metrics } from './metrics.ts';

/** Between two looks at the queues, in milliseconds. */
const interval = 10_000;

/** Measures the queues as SQS does, now and then until it is stopped. */
export function measureQueues(plan: Plan, fauxqs: Fauxqs, metrics: Metrics): { look(): void; stop(): void } {
  const look = () => {
    const now = Date.now();
    for (const { name } of plan.queues) {
      const add = (metric: string, value: number) =>
        metrics.add({ namespace: 'AWS/SQS', name: metric, dimensions: ['QueueName', name] }, value, now);
      const messages = fauxqs.messages(name);
      const oldest = Math.min(now, ...messages.map(({ sentAt }) => sentAt));
      add('ApproximateNumberOfMessagesVisible', messages.filter(({ ready }) => ready).length);
      add('ApproximateAgeOfOldestMessage', Math.round((now - oldest) / 1000));
    }
  };
  const timer = setInterval(look, interval);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

/** Measures a call of a function as Lambda does. */
export async function measureCall<Reply>(metrics: Metrics, name: string, call: () => Promise<Reply>): Promise<Reply> {
  const started = Date.now();
  const add = (metric: string, value: number) =>
    metrics.add({ namespace: 'AWS/Lambda', name: metric, dimensions: ['FunctionName', name] }, value, Date.now());
  add('Invocations', 1);
  try {
    const reply = await call();
    add('Errors', 0);
    return reply;
  } catch (error) {
    add('Errors', 1);
    throw error;
  } finally {
    add('Duration', Date.now() - started);
  }
}
