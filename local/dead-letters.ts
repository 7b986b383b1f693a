import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fauxqs } from './engines/fauxqs.ts';
import { reportedAsFailed } from './functions/event-source.ts';
import type { LogEntry } from './functions/instance.ts';
import type { Plan } from './template/plan.ts';

/** A message that no function could handle. */
export interface DeadLetter {
  /** The dead-letter queue it is in. */
  queue: string;
  body: string;
  /** Why it failed the last time, where that is known. */
  cause?: string;
}

/** Of a log line that tells why a message failed: the function's middleware writes such. */
const failureEntry = z.object({ messageId: z.string(), error: z.object({ message: z.string() }) });
const causeLine = z.object({ id: z.string(), cause: z.string() });

/**
 * Remembers why messages failed, to tell of those that end in a dead-letter queue: in `dataDir` from one start to the
 * next, and for other processes. Causes are what functions log, which never is anything of a report.
 */
export class DeadLetters {
  private readonly causes: Map<string, string>;
  private readonly file: string | undefined;
  private readonly queues: string[];
  private readonly fauxqs: Fauxqs;

  constructor(plan: Plan, fauxqs: Fauxqs, dataDir: string | undefined) {
    const arns = new Set(plan.queues.map(({ deadLetterArn }) => deadLetterArn));
    this.queues = plan.queues.filter(({ arn }) => arns.has(arn)).map(({ name }) => name);
    this.fauxqs = fauxqs;
    this.file = dataDir && causesFile(dataDir);
    const dead = new Set(this.queues.flatMap((queue) => fauxqs.messages(queue)).map(({ id }) => id));
    this.causes = new Map([...(dataDir ? readCauses(dataDir) : [])].filter(([id]) => dead.has(id)));
    // What has been handled since is of no interest any more.
    if (this.file) writeFileSync(this.file, [...this.causes].map(lineOf).join(''));
  }

  /** A function's own word on a message. */
  observe({ entry }: LogEntry): void {
    const failure = failureEntry.safeParse(entry);
    if (failure.success) this.remember(failure.data.messageId, failure.data.error.message);
  }

  recordFailure(messageId: string, why: string): void {
    // It says less than the function's log, which comes before or after it.
    if (why === reportedAsFailed && this.causes.has(messageId)) return;
    this.remember(messageId, why);
  }

  list(): DeadLetter[] {
    return this.queues.flatMap((queue) =>
      this.fauxqs.messages(queue).map(({ id, body }) => deadLetterOf(queue, body, this.causes.get(id))),
    );
  }

  private remember(id: string, cause: string): void {
    if (this.causes.get(id) === cause) return;
    this.causes.set(id, cause);
    if (this.file) appendFileSync(this.file, lineOf([id, cause]));
  }
}

const inspectedQueue = z.object({
  messages: z.object({
    ready: z.array(z.object({ messageId: z.string(), body: z.string() })),
    inflight: z.array(z.object({ message: z.object({ messageId: z.string(), body: z.string() }) })),
  }),
});

/** The dead letters of a local cloud that another process runs, with causes from its directory; nothing is received. */
export async function inspectDeadLetters(
  endpoint: string,
  queues: readonly string[],
  dataDir: string,
): Promise<DeadLetter[]> {
  const causes = readCauses(dataDir);
  const letters = queues.map(async (queue) => {
    const response = await fetch(new URL(`/_fauxqs/queues/${encodeURIComponent(queue)}`, endpoint));
    const { ready, inflight } = inspectedQueue.parse(await response.json()).messages;
    const messages = [...ready, ...inflight.map(({ message }) => message)];
    return messages.map(({ messageId, body }) => deadLetterOf(queue, body, causes.get(messageId)));
  });
  return (await Promise.all(letters)).flat();
}

function deadLetterOf(queue: string, body: string, cause: string | undefined): DeadLetter {
  return { queue, body, ...(cause && { cause }) };
}

function readCauses(dataDir: string): Map<string, string> {
  const file = causesFile(dataDir);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  // The end of a process may have cut the last line short.
  const whole = lines.filter((line) => line.endsWith('}'));
  return new Map(whole.map((line) => causeLine.parse(JSON.parse(line))).map(({ id, cause }) => [id, cause]));
}

function lineOf([id, cause]: readonly [string, string]): string {
  return `${JSON.stringify({ id, cause })}\n`;
}

function causesFile(dataDir: string): string {
  return join(dataDir, 'failures.jsonl');
}
