import { z } from 'zod';
import { NotFoundError } from '../errors.ts';
import type { Failures } from './failures.ts';

/** The queues that functions work off, as the infrastructure tells of them. */
export const namedQueues = z.array(
  z.object({
    /** What people call it, such as `reports`. */
    name: z.string(),
    /** Name of the function. */
    function: z.string(),
    url: z.url(),
  }),
);
export type NamedQueues = z.infer<typeof namedQueues>;

/** A message that was given up, and never its body. */
export interface DeadLetter {
  /** The queue that it was in. */
  queue: string;
  /** Id of the message. */
  message: string;
  /** Such as `submission`, `ori`, `period`. */
  about: Record<string, string>;
}

/** A dead letter, and when a function last said why it failed, ISO 8601, and why; undefined where it ended without a word. */
export interface ExplainedDeadLetter extends DeadLetter {
  at: string | undefined;
  cause: string | undefined;
}

/** A queue that a function works off, and the one for what it could not handle. Adapter: `shared/aws/work-queues.ts`. */
export interface WorkQueue {
  name: string;
  function: string;
  /** How many messages wait in it or are being handled, about. */
  waiting(): Promise<number>;
  deadLetters: {
    /** How many there are, about. */
    count(): Promise<number>;
    /**
     * Those that the queue shows, a hundred at most; it keeps them all. Of messages of one group, which come in their order,
     * it shows only the first ones.
     */
    peek(): Promise<DeadLetter[]>;
    /**
     * Sends those that are there now back to the queue, `most` at most, in their order, and gives how many. One that was
     * sent when this ended early is sent once more the next time.
     */
    sendBack(most: number): Promise<number>;
  };
}

/** The dead letters that a queue shows, with why they were given up. */
export async function explainedDeadLetters(
  { deadLetters }: WorkQueue,
  failures: Pick<Failures, 'find'>,
): Promise<ExplainedDeadLetter[]> {
  const letters = await deadLetters.peek();
  return Promise.all(
    letters.map(async (letter) => {
      const failure = await failures.find(letter.message);
      return { ...letter, at: failure?.at, cause: failure?.cause };
    }),
  );
}

/** The queue that people call by this name. Throws `NotFoundError`, which tells the others. */
export function queueNamed<Named extends { name: string }>(queues: readonly Named[], name: string): Named {
  const found = queues.find((queue) => queue.name === name);
  if (found) return found;
  const names = queues.map((queue) => queue.name).toSorted();
  throw new NotFoundError(`There is no queue "${name}": use one of ${names.join(', ')}.`);
}

const suffix = '-dead-letters';

/** What the dead-letter queue of a queue is called, given the queue's name or its URL. */
export function deadLettersOf(queue: string): string {
  return queue.replace(/(\.fifo)?$/, `${suffix}$1`);
}
