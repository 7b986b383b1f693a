import { z } from 'zod';
import { s3Event } from '../../shared/aws/s3-event.ts';
import { UsageError } from '../../shared/errors.ts';
import { findUpload } from '../../shared/intake/upload-key.ts';
import type { Repository, WorkQueue } from './repository.ts';

/** A dead letter as an operator sees it: never its body. */
export interface ListedDeadLetter {
  /** The queue that it was in, as `nibrs redrive` takes it. */
  queue: string;
  cause: string | undefined;
  /** What of the message tells what it was about. */
  about: Partial<Record<'submission' | 'chunk' | 'transmission' | 'ori' | 'period' | 'order' | 'action', string>>;
}

/** What came of sending the dead letters of a queue back. */
export interface Redriven {
  queue: string;
  sent: number;
  /** How many are dead letters again. */
  failed: number;
}

const text = z.union([z.string(), z.number().transform(String)]).optional();
/** Never a report's number, nor anything else that a report says. */
const aboutMessage = z.object({
  submission: text,
  chunk: text,
  transmission: text,
  ori: text,
  period: text,
  order: text,
  action: text,
});

/** All dead letters, by queue. */
export async function listDeadLetters(repository: Repository): Promise<ListedDeadLetter[]> {
  const letters = await repository.deadLetters();
  const listed = letters.map(({ queue, cause, body }) => ({ queue: shortName(queue), cause, about: aboutOf(body) }));
  return listed.toSorted((one, other) => (one.queue < other.queue ? -1 : Number(one.queue > other.queue)));
}

/**
 * Sends the dead letters of a queue, or of `all`, back, and waits until they are handled or given up once more. Gives
 * what came of each queue that had any. Throws `UsageError` when there is no such queue.
 */
export async function redriveDeadLetters(repository: Repository, name: string): Promise<Redriven[]> {
  const queues = await queuesNamed(repository, name);
  const redriven: Redriven[] = [];
  for (const queue of queues) {
    const sent = await queue.redrive();
    if (sent > 0) redriven.push(await outcomeOf(repository, queue, sent));
  }
  return redriven;
}

async function outcomeOf(repository: Repository, queue: WorkQueue, sent: number): Promise<Redriven> {
  await repository.until(`end of the work in ${queue.name}`, async () => (await queue.waiting()) === 0 || undefined);
  const failed = (await repository.deadLetters()).filter((letter) => letter.queue === queue.deadLettersName).length;
  return { queue: shortName(queue.name), sent, failed };
}

async function queuesNamed(repository: Repository, name: string): Promise<WorkQueue[]> {
  const queues = await repository.queues();
  if (name === 'all') return queues;
  const named = queues.filter((queue) => shortName(queue.name) === shortName(name));
  if (named.length > 0) return named;
  const names = queues.map((queue) => shortName(queue.name)).toSorted();
  throw new UsageError(`There is no queue "${name}": use one of ${names.join(', ')}, or all`);
}

/** `nibrs-dev-reports-dead-letters.fifo` is `reports` to an operator. */
function shortName(queue: string): string {
  return queue.replace(/^nibrs-[a-z]+-/, '').replace(/(-dead-letters)?(\.fifo)?$/, '');
}

function aboutOf(body: string): ListedDeadLetter['about'] {
  const message = parsed(body);
  const uploads = s3Event.safeParse(message);
  if (!uploads.success) return aboutMessage.safeParse(message).data ?? {};
  const [upload] = uploads.data.flatMap(({ key }) => findUpload(key) ?? []);
  return upload ? { submission: upload.id, ori: upload.uploader } : {};
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
