import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Failures } from '../shared/operations/failures.ts';
import { createDynamoFailures } from '../shared/operations/failures-dynamodb.ts';
import type { LocalClients } from './clients.ts';
import { credentials } from './engines/addresses.ts';
import { algorithm } from './engines/door/signing.ts';
import type { Fauxqs } from './engines/fauxqs.ts';
import { reportedAsFailed } from './functions/event-source.ts';
import type { Plan } from './template/plan.ts';

/** A message that no function could handle. */
export interface DeadLetter {
  /** The dead-letter queue it is in. */
  queue: string;
  body: string;
  /** Why it failed the last time, where that is known. */
  cause?: string;
}

const causeLine = z.object({ id: z.string(), cause: z.string() });

/** Where functions record why messages failed; undefined where the template has no such table. */
type Recorded = Pick<Failures, 'find'> | undefined;

/**
 * Tells what ended in a dead-letter queue, and why. Functions record that themselves; remembered here is what they cannot
 * say, since they were ended: in `dataDir` from one start to the next, and for other processes.
 */
export class DeadLetters {
  private readonly causes: Map<string, string>;
  private readonly file: string | undefined;
  private readonly queues: string[];
  private readonly fauxqs: Fauxqs;
  private readonly recorded: Recorded;

  constructor(plan: Plan, fauxqs: Fauxqs, recorded: Recorded, dataDir: string | undefined) {
    this.queues = deadLetterQueues(plan);
    this.fauxqs = fauxqs;
    this.recorded = recorded;
    this.file = dataDir && causesFile(dataDir);
    const dead = new Set(this.queues.flatMap((queue) => fauxqs.messages(queue)).map(({ id }) => id));
    this.causes = new Map([...(dataDir ? readCauses(dataDir) : [])].filter(([id]) => dead.has(id)));
    // What has been handled since is of no interest any more.
    if (this.file) writeFileSync(this.file, [...this.causes].map(lineOf).join(''));
  }

  /** Takes the place of what was known of the message before. */
  recordFailure(id: string, cause: string): void {
    if (this.causes.get(id) === cause) return;
    this.causes.set(id, cause);
    if (this.file) appendFileSync(this.file, lineOf([id, cause]));
  }

  async list(): Promise<DeadLetter[]> {
    const letters = this.queues.flatMap((queue) =>
      this.fauxqs.messages(queue).map((message) => ({ queue, ...message })),
    );
    return Promise.all(letters.map((letter) => deadLetterOf(letter, this.causes, this.recorded)));
  }
}

/** What functions record, in the table that the stacks have an output for. */
export function recordedFailures(
  { documents }: Pick<LocalClients, 'documents'>,
  { FailuresTable: table }: Record<string, string>,
): Recorded {
  return table === undefined ? undefined : createDynamoFailures(documents, table);
}

/** The queues that take what could not be handled. */
export function deadLetterQueues({ queues }: Plan): string[] {
  const arns = new Set(queues.map(({ deadLetterArn }) => deadLetterArn));
  return queues.filter(({ arn }) => arns.has(arn)).map(({ name }) => name);
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
  { recorded, dataDir }: { recorded: Recorded; dataDir: string },
): Promise<DeadLetter[]> {
  const causes = readCauses(dataDir);
  // By which the engines know those who belong here.
  const headers = { authorization: `${algorithm} Credential=${credentials.accessKeyId}/` };
  const letters = queues.map(async (queue) => {
    const response = await fetch(new URL(`/_fauxqs/queues/${encodeURIComponent(queue)}`, endpoint), { headers });
    const { ready, inflight } = inspectedQueue.parse(await response.json()).messages;
    const messages = [...ready, ...inflight.map(({ message }) => message)];
    return Promise.all(messages.map(({ messageId: id, body }) => deadLetterOf({ queue, id, body }, causes, recorded)));
  });
  return (await Promise.all(letters)).flat();
}

async function deadLetterOf(
  { queue, id, body }: { queue: string; id: string; body: string },
  causes: ReadonlyMap<string, string>,
  recorded: Recorded,
): Promise<DeadLetter> {
  const seen = causes.get(id);
  // Where a function has reported a failure it knows more of it.
  const told = seen === undefined || seen === reportedAsFailed ? (await recorded?.find(id))?.cause : undefined;
  const cause = told ?? seen;
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
