import type { Fauxqs } from './engines/fauxqs.ts';
import type { Plan } from './template/plan.ts';

/** A message that no function could handle. */
export interface DeadLetter {
  /** The dead-letter queue it is in. */
  queue: string;
  body: string;
  /** Why it failed the last time, where that was since the start of this process. */
  cause?: string;
}

/** Remembers why messages failed, to tell of those that end in a dead-letter queue. */
export class DeadLetters {
  private readonly causes = new Map<string, string>();
  private readonly queues: string[];
  private readonly fauxqs: Fauxqs;

  constructor(plan: Plan, fauxqs: Fauxqs) {
    const arns = new Set(plan.queues.map(({ deadLetterArn }) => deadLetterArn));
    this.queues = plan.queues.filter(({ arn }) => arns.has(arn)).map(({ name }) => name);
    this.fauxqs = fauxqs;
  }

  recordFailure(messageId: string, why: string): void {
    this.causes.set(messageId, why);
  }

  list(): DeadLetter[] {
    return this.queues.flatMap((queue) =>
      this.fauxqs.messages(queue).map(({ id, body }) => {
        const cause = this.causes.get(id);
        return { queue, body, ...(cause && { cause }) };
      }),
    );
  }
}
