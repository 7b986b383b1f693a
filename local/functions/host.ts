import { measureCall } from '../metrics/measure.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { FunctionPlan } from '../template/plan.ts';
import { FunctionInstance, InvocationError, type LogEntry } from './instance.ts';

/** What a function has done since the start. */
export interface Counts {
  invocations: number;
  /** Invocations that failed, timeouts among them. */
  errors: number;
  timeouts: number;
}

/** A function: starts instances as they are needed and keeps them warm. */
export class FunctionHost {
  readonly name: string;
  readonly counts: Counts = { invocations: 0, errors: 0, timeouts: 0 };
  private readonly start: () => FunctionInstance;
  private readonly instances = new Set<FunctionInstance>();
  private readonly free: FunctionInstance[] = [];

  private readonly measured: <Reply>(call: () => Promise<Reply>) => Promise<Reply>;

  constructor(
    plan: FunctionPlan,
    environment: Record<string, string>,
    onLog: (entry: LogEntry) => void,
    metrics: Metrics,
  ) {
    this.name = plan.name;
    this.measured = (call) => measureCall(metrics, plan.name, call);
    this.start = () => new FunctionInstance(plan, environment, onLog);
  }

  /** Calls the handler with an event and gives its reply. Throws `InvocationError`. Callers limit the concurrency. */
  async invoke(event: unknown): Promise<unknown> {
    const instance = this.free.pop() ?? this.start();
    this.instances.add(instance);
    this.counts.invocations++;
    try {
      return await this.measured(() => instance.invoke(event));
    } catch (error) {
      this.counts.errors++;
      if (error instanceof InvocationError && error.kind === 'timeout') this.counts.timeouts++;
      throw error;
    } finally {
      if (instance.alive) this.free.push(instance);
      else this.instances.delete(instance);
    }
  }

  /** Ends all instances. */
  async stop(): Promise<void> {
    await Promise.all([...this.instances].map((instance) => instance.terminate()));
  }
}
