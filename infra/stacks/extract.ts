import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import {
  appendToTable,
  openWith,
  readFolder,
  readTable,
  sendTo,
  setting,
  writeBucket,
  writeFolder,
  writeTable,
} from '../constructs/access.ts';
import { createSubmitterParameter } from '../constructs/parameters.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import type { CodeOf } from '../functions.ts';
import type { StorageStack } from './storage.ts';

/** From the month to the FBI's file: start, build a part for each agency, seal. Nothing here can open a state half. */
export class ExtractStack extends Stack {
  readonly workers: QueueWorker[];
  /** Takes which periods are to be sent. */
  readonly transmissions: Queue;
  /** Takes which files are to be made again. */
  readonly rebuilds: Queue;

  constructor(scope: Construct, id: string, config: StageConfig, storage: StorageStack, codeOf: CodeOf) {
    super(scope, id);

    const seals = new QueueWorker(this, 'Seals', {
      config,
      failures: storage.failures,
      queue: 'seals',
      function: 'seal-transmission',
      code: codeOf('seal-transmission'),
      timeout: Duration.minutes(15),
      memory: 1024,
      batchSize: 1,
      maxConcurrency: 2,
      access: {
        LEDGER_TABLE: appendToTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        MONTHS_TABLE: writeTable(storage.months),
        WORK_BUCKET: readFolder(storage.work, 'parts'),
        OUTBOX_BUCKET: writeBucket(storage.outbox),
      },
    });

    const parts = new QueueWorker(this, 'Parts', {
      config,
      failures: storage.failures,
      queue: 'parts',
      function: 'build-part',
      code: codeOf('build-part'),
      timeout: Duration.minutes(5),
      memory: 1769,
      batchSize: 1,
      maxConcurrency: config.concurrency.parts,
      access: {
        LEDGER_TABLE: appendToTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        MONTHS_TABLE: readTable(storage.months),
        WORK_BUCKET: writeFolder(storage.work, 'parts'),
        SEALS_QUEUE_URL: sendTo(seals.queue),
        FEDERAL_KEY_ARN: openWith(storage.federalKey),
      },
    });

    const transmissions = new QueueWorker(this, 'Transmissions', {
      config,
      failures: storage.failures,
      queue: 'transmissions',
      function: 'start-transmission',
      code: codeOf('start-transmission'),
      timeout: Duration.minutes(1),
      memory: 512,
      batchSize: 1,
      maxConcurrency: 2,
      access: {
        LEDGER_TABLE: appendToTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        MONTHS_TABLE: readTable(storage.months),
        PARTS_QUEUE_URL: sendTo(parts.queue),
        SEALS_QUEUE_URL: sendTo(seals.queue),
        SUBMITTER: setting(createSubmitterParameter(this).valueAsString),
      },
    });
    const rebuilds = new QueueWorker(this, 'Rebuilds', {
      config,
      failures: storage.failures,
      queue: 'rebuilds',
      function: 'rebuild-file',
      code: codeOf('rebuild-file'),
      timeout: Duration.minutes(15),
      memory: 1769,
      batchSize: 1,
      maxConcurrency: 2,
      access: {
        LEDGER_TABLE: readTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        MONTHS_TABLE: readTable(storage.months),
        WORK_BUCKET: writeFolder(storage.work, 'rebuilt'),
        FEDERAL_KEY_ARN: openWith(storage.federalKey),
      },
    });
    this.transmissions = transmissions.queue;
    this.rebuilds = rebuilds.queue;
    this.workers = [transmissions, parts, seals, rebuilds];

    new CfnOutput(this, 'TransmissionsQueueUrl', { value: transmissions.queue.queueUrl });
    new CfnOutput(this, 'PartsQueueUrl', { value: parts.queue.queueUrl });
    new CfnOutput(this, 'RebuildsQueueUrl', { value: rebuilds.queue.queueUrl });
    new CfnOutput(this, 'SealsQueueUrl', { value: seals.queue.queueUrl });
  }
}
