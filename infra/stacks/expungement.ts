import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { appendToTable, destroyInTable, editBucket, editVersions, sendTo } from '../constructs/access.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import type { CodeOf } from '../functions.ts';
import type { IntakeStack } from './intake.ts';
import type { StorageStack } from './storage.ts';

/**
 * Carries out orders to expunge a report. The only function that destroys anything, and one that can open nothing: it has
 * no grant on any KMS key.
 */
export class ExpungementStack extends Stack {
  readonly workers: QueueWorker[];
  /** Takes which numbers an order says are to be expunged. */
  readonly expungements: IQueue;

  constructor(
    scope: Construct,
    id: string,
    config: StageConfig,
    { storage, intake }: { storage: StorageStack; intake: IntakeStack },
    codeOf: CodeOf,
  ) {
    super(scope, id);

    const expungements = new QueueWorker(this, 'Expungements', {
      config,
      failures: storage.failures,
      queue: 'expungements',
      // With one group for all, so that no two write the same uploaded file at a time.
      fifo: true,
      function: 'expunge-report',
      code: codeOf('expunge-report'),
      timeout: Duration.minutes(15),
      memory: 1024,
      batchSize: 1,
      maxConcurrency: 2,
      access: {
        LEDGER_TABLE: appendToTable(storage.ledger),
        KEYS_TABLE: destroyInTable(storage.keys),
        INBOX_BUCKET: editVersions(intake.inbox),
        WORK_BUCKET: editBucket(storage.work),
        MONTHS_QUEUE_URL: sendTo(intake.months),
      },
    });
    this.workers = [expungements];
    this.expungements = expungements.queue;

    new CfnOutput(this, 'ExpungementsQueueUrl', { value: expungements.queue.queueUrl });
  }
}
