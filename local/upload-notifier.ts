import type { S3Client } from '@aws-sdk/client-s3';
import type { Activity } from './activity.ts';
import type { Fauxqs, Upload } from './engines/fauxqs.ts';
import type { Plan } from './template/plan.ts';
import { keysIn, uploadNotification } from './upload-notification.ts';

export interface UploadNotifierOptions {
  plan: Plan;
  s3: S3Client;
  fauxqs: Fauxqs;
  activity: Activity;
  /** Told of a fault of the local cloud itself. */
  onFault(error: unknown): void;
}

/** Tells the queues that the template names of every new object; fauxqs does not do that itself. */
export class UploadNotifier {
  private readonly options: UploadNotifierOptions;
  private readonly running = new Set<Promise<void>>();

  constructor(options: UploadNotifierOptions) {
    this.options = options;
  }

  notify({ bucket: name, key, form }: Upload): void {
    const { plan, s3, fauxqs, activity, onFault } = this.options;
    const bucket = plan.buckets.find((each) => each.name === name);
    if (!bucket || bucket.notifies.length === 0) return;

    const work = activity
      .duringNotification(async () => {
        const body = await uploadNotification(s3, bucket, { key, form });
        if (body === undefined) return;
        for (const arn of bucket.notifies) fauxqs.send(arn.slice(arn.lastIndexOf(':') + 1), body);
      })
      .catch(onFault)
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /**
   * Notifies of every object again: one that was uploaded just before the last process ended may not have been told
   * of. As in the cloud, a notification may come more than once.
   */
  async notifyOfAll(): Promise<void> {
    const { plan, s3 } = this.options;
    for (const { name } of plan.buckets.filter(({ notifies }) => notifies.length > 0)) {
      for await (const key of keysIn(s3, name)) {
        this.notify({ bucket: name, key, form: false });
      }
    }
  }

  /** Resolves when all uploads so far have been told of. */
  async stop(): Promise<void> {
    await Promise.all(this.running);
  }
}
