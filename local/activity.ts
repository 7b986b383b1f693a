/**
 * Knows whether there is work: messages in queues, whether visible, delayed or in flight, and uploads that no queue was
 * told of yet. It looks at the queues themselves, all at one moment, so it is never wrong: a function's message stays
 * in flight until the messages that the function sent are in their queues.
 */
export class Activity {
  private readonly queuesAreEmpty: () => boolean;
  private unnotified = 0;
  private waiters: { resolve(): void; reject(error: Error): void }[] = [];

  constructor(queuesAreEmpty: () => boolean) {
    this.queuesAreEmpty = queuesAreEmpty;
  }

  /** To be called whenever a message may have left a queue. */
  progress(): void {
    if (this.waiters.length === 0 || !this.isIdle()) return;
    for (const { resolve } of this.waiters.splice(0)) resolve();
  }

  /** Counts an upload as work until `notify` is done. */
  async duringNotification(notify: () => Promise<void>): Promise<void> {
    this.unnotified++;
    try {
      await notify();
    } finally {
      this.unnotified--;
      this.progress();
    }
  }

  /** Resolves when there is no work, now or later. Rejects when the local cloud stops before that. */
  idle(): Promise<void> {
    if (this.isIdle()) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiters.push({ resolve, reject }));
  }

  stop(): void {
    for (const { reject } of this.waiters.splice(0)) reject(new Error('The local cloud stopped before it was idle'));
  }

  private isIdle(): boolean {
    return this.unnotified === 0 && this.queuesAreEmpty();
  }
}
