import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { FunctionPlan } from '../template/plan.ts';
import type { Answer, Invoke, Start } from './protocol.ts';

/** A line that a function wrote. `entry` is the line as JSON, where it is JSON: a log entry, or metrics (`_aws`). */
export interface LogEntry {
  function: string;
  stream: 'stdout' | 'stderr';
  line: string;
  entry?: Record<string, unknown>;
}

/** How an invocation failed: in the handler, by its time limit, or with the whole instance (a crash, no memory left). */
export class InvocationError extends Error {
  readonly kind: 'error' | 'timeout' | 'crash';

  constructor(kind: InvocationError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

interface Invocation {
  resolve(value: unknown): void;
  reject(error: InvocationError): void;
}

/**
 * A thread that meets the limit of its own heap can take the whole process along, so it gets more than its memory, and
 * is ended by us when it uses it.
 */
const headroomMb = 256;
const memoryCheckMillis = 50;

/**
 * One running copy of a function, in a worker thread with the memory and the environment that the template gives it.
 * It handles one event at a time. After a timeout or a crash it is gone for good, as in Lambda.
 */
export class FunctionInstance {
  private readonly plan: FunctionPlan;
  private readonly worker: Worker;
  private readonly ready: Promise<void>;
  private current: Invocation | undefined;
  private ended: InvocationError | undefined;

  constructor(plan: FunctionPlan, environment: Record<string, string>, onLog: (entry: LogEntry) => void) {
    this.plan = plan;
    this.worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
      workerData: { code: plan.code, handler: plan.handler } satisfies Start,
      env: { ...environment, ...plan.environment, ...lambdaEnvironment(plan) },
      execArgv: ['--enable-source-maps'],
      resourceLimits: { maxOldGenerationSizeMb: plan.memoryMb + headroomMb },
      stdout: true,
      stderr: true,
    });
    readLines(this.worker.stdout, 'stdout', plan.name, onLog);
    readLines(this.worker.stderr, 'stderr', plan.name, onLog);

    this.ready = new Promise((resolve, reject) => {
      this.worker.on('message', (answer: Answer) => {
        if (answer.kind === 'ready') resolve();
        else this.settle(answer);
      });
      this.worker.once('error', (error) => this.end(`crashed: ${describe(error)}`, reject));
      this.worker.once('exit', (code) => this.end(`ended by itself with ${code}`, reject));
    });
    // Whoever invokes waits for it; until then nobody does.
    this.ready.catch(() => {});
  }

  /** Whether it can be invoked (again). */
  get alive(): boolean {
    return !this.ended;
  }

  /** Calls the handler and gives its reply. Throws `InvocationError`; loading the code does not count to the time limit. */
  async invoke(event: unknown): Promise<unknown> {
    await this.ready;
    const deadline = Date.now() + this.plan.timeoutSeconds * 1000;
    const timer = setTimeout(() => this.timeOut(), this.plan.timeoutSeconds * 1000);
    const memoryCheck = setInterval(() => this.checkMemory(), memoryCheckMillis);
    try {
      return await new Promise((resolve, reject) => {
        if (this.ended) return reject(this.ended);
        this.current = { resolve, reject };
        this.worker.postMessage(this.invocation(event, deadline));
      });
    } finally {
      clearTimeout(timer);
      clearInterval(memoryCheck);
      this.current = undefined;
    }
  }

  /** Ends the thread, whatever it is doing. */
  async terminate(): Promise<void> {
    this.ended ??= new InvocationError('crash', `${this.plan.name} was stopped`);
    await this.worker.terminate();
  }

  private invocation(event: unknown, deadline: number): Invoke {
    return {
      event,
      context: {
        functionName: this.plan.name,
        invokedFunctionArn: this.plan.arn,
        memoryLimitInMB: String(this.plan.memoryMb),
        awsRequestId: randomUUID(),
        deadline,
      },
    };
  }

  private settle(answer: Exclude<Answer, { kind: 'ready' }>): void {
    if (answer.kind === 'reply') this.current?.resolve(answer.value);
    else this.current?.reject(new InvocationError('error', `${this.plan.name} failed: ${answer.message}`));
  }

  private timeOut(): void {
    const { name, timeoutSeconds } = this.plan;
    this.kill(new InvocationError('timeout', `${name} did not end within its ${timeoutSeconds} seconds`));
  }

  private async checkMemory(): Promise<void> {
    const { name, memoryMb } = this.plan;
    // The thread may end while it is asked.
    const heap = await this.worker.getHeapStatistics().catch(() => undefined);
    if (!heap || heap.used_heap_size <= memoryMb * 2 ** 20) return;
    this.kill(new InvocationError('crash', `${name} used more than its ${memoryMb} MB of memory`));
  }

  private kill(why: InvocationError): void {
    this.ended ??= why;
    this.current?.reject(this.ended);
    void this.worker.terminate();
  }

  private end(how: string, rejectReady: (error: InvocationError) => void): void {
    this.ended ??= new InvocationError('crash', `${this.plan.name} ${how}`);
    rejectReady(this.ended);
    this.current?.reject(this.ended);
  }
}

/** The variables that Lambda sets and libraries look at. */
function lambdaEnvironment({ name, memoryMb }: FunctionPlan): Record<string, string> {
  return {
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  };
}

function readLines(
  from: Readable,
  stream: LogEntry['stream'],
  functionName: string,
  onLog: (entry: LogEntry) => void,
): void {
  createInterface({ input: from }).on('line', (line) => {
    const entry = parseObject(line);
    onLog({ function: functionName, stream, line, ...(entry && { entry }) });
  });
}

function parseObject(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
