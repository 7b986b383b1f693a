import { aboutText } from '../../shared/aws/about-message.ts';
import { queueNamed, type WorkQueue } from '../../shared/operations/work-queues.ts';
import type { Repository } from './repository.ts';

/** A dead letter as an operator sees it: never its body. */
export interface ListedDeadLetter {
  /** The queue that it was in, as `nibrs redrive` takes it. */
  queue: string;
  cause: string | undefined;
  /** What of the message tells what it was about. */
  about: Record<string, string>;
}

/** What came of sending the dead letters of a queue back. */
export interface Redriven {
  queue: string;
  sent: number;
  /** How many are dead letters again. */
  failed: number;
}

/** All dead letters, by queue. */
export async function listDeadLetters(repository: Repository): Promise<ListedDeadLetter[]> {
  const letters = await repository.deadLetters();
  const listed = letters.map(({ queue, cause, body }) => ({
    queue: shortName(queue),
    cause,
    about: aboutText(body),
  }));
  return listed.toSorted((one, other) => (one.queue < other.queue ? -1 : Number(one.queue > other.queue)));
}

/**
 * Sends the dead letters of a queue, or of `all`, back, and waits until they are handled or given up once more. Gives
 * what came of each queue that had any. Throws `NotFoundError` when there is no such queue.
 */
export async function redriveDeadLetters(repository: Repository, name: string): Promise<Redriven[]> {
  const queues = name === 'all' ? repository.queues : [queueNamed(repository.queues, shortName(name))];
  const redriven: Redriven[] = [];
  for (const queue of queues) {
    const sent = await queue.deadLetters.sendBack(Number.POSITIVE_INFINITY);
    if (sent > 0) redriven.push(await outcomeOf(repository, queue, sent));
  }
  return redriven;
}

async function outcomeOf(repository: Repository, queue: WorkQueue, sent: number): Promise<Redriven> {
  await repository.until(`end of the work in ${queue.name}`, async () => (await queue.waiting()) === 0 || undefined);
  return { queue: queue.name, sent, failed: await queue.deadLetters.count() };
}

/** `nibrs-dev-reports-dead-letters.fifo` is `reports` to an operator. */
function shortName(queue: string): string {
  return queue.replace(/^nibrs-[a-z]+-/, '').replace(/(-dead-letters)?(\.fifo)?$/, '');
}
