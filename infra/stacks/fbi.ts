import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { appendToTable, readBucket, readTable, writeBucket, writeFolder, writeTable } from '../constructs/access.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import type { CodeOf } from '../functions.ts';
import type { StorageStack } from './storage.ts';

/**
 * The FBI's side: handing sealed files over, and its answers, from its file to the reports and to what it is known to have
 * of them.
 */
export class FbiStack extends Stack {
  readonly workers: QueueWorker[];
  /** Takes which sealed transmissions are to be handed over. */
  readonly forwards: Queue;

  constructor(scope: Construct, id: string, config: StageConfig, storage: StorageStack, codeOf: CodeOf) {
    super(scope, id);
    const bucket = new PrivateBucket(this, 'Answers', {
      config,
      ...storage.bucketProps,
      // They quote what reports say of persons. Once read they are needed only to be read again.
      lifecycleRules: [{ prefix: 'answers/', expiration: Duration.days(30) }],
    });

    const answers = new QueueWorker(this, 'AnswersWorker', {
      config,
      failures: storage.failures,
      queue: 'answers',
      function: 'receive-answer',
      code: codeOf('receive-answer'),
      timeout: Duration.minutes(15),
      memory: 1024,
      batchSize: 1,
      maxConcurrency: 2,
      access: {
        ANSWERS_BUCKET: readBucket(bucket),
        LEDGER_TABLE: appendToTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        MONTHS_TABLE: writeTable(storage.months),
        WORK_BUCKET: writeFolder(storage.work, 'findings/federal'),
        OUTBOX_BUCKET: readBucket(storage.outbox),
      },
    });
    bucket.notify(answers.queue);
    const forwards = new QueueWorker(this, 'Forwards', {
      config,
      failures: storage.failures,
      queue: 'forwards',
      // With one group for all, so that the FBI gets files one by one and in their order.
      fifo: true,
      function: 'forward-transmission',
      code: codeOf('forward-transmission'),
      timeout: Duration.minutes(15),
      memory: 512,
      batchSize: 1,
      maxConcurrency: 2,
      access: {
        LEDGER_TABLE: appendToTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        OUTBOX_BUCKET: writeBucket(storage.outbox),
      },
    });
    this.forwards = forwards.queue;
    this.workers = [answers, forwards];

    new CfnOutput(this, 'AnswersBucket', { value: bucket.bucketName });
    new CfnOutput(this, 'AnswersQueueUrl', { value: answers.queue.queueUrl });
    new CfnOutput(this, 'ForwardsQueueUrl', { value: forwards.queue.queueUrl });
  }
}
