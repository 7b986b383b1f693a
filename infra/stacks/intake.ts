import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import {
  appendToTable,
  authenticateWith,
  readBucket,
  readTable,
  sealWith,
  sendTo,
  setting,
  writeFolder,
  writeTable,
} from '../constructs/access.ts';
import { createStateProfileParameter } from '../constructs/parameters.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import type { CodeOf } from '../functions.ts';
import type { StorageStack } from './storage.ts';

/**
 * From an uploaded file to the ledger and the month: receive, process, project. The inbox is here and not with the
 * other buckets because it and the queue of its notifications name each other.
 */
export class IntakeStack extends Stack {
  readonly workers: QueueWorker[];
  readonly inbox: PrivateBucket;
  /** Takes notices of reports that changed. */
  readonly months: IQueue;

  constructor(scope: Construct, id: string, config: StageConfig, storage: StorageStack, codeOf: CodeOf) {
    super(scope, id);
    const stateProfile = setting(createStateProfileParameter(this).valueAsString);
    const inbox = new PrivateBucket(this, 'Inbox', { config, ...storage.bucketProps, lockDays: config.inboxLockDays });
    inbox.takeFormsOfPages();

    const months = new QueueWorker(this, 'Months', {
      config,
      failures: storage.failures,
      queue: 'months',
      fifo: true,
      function: 'project-month',
      code: codeOf('project-month'),
      timeout: Duration.minutes(1),
      memory: 512,
      batchSize: 10,
      maxConcurrency: 10,
      access: { MONTHS_TABLE: writeTable(storage.months) },
    });

    const reports = new QueueWorker(this, 'Reports', {
      config,
      failures: storage.failures,
      queue: 'reports',
      fifo: true,
      function: 'process-reports',
      code: codeOf('process-reports'),
      timeout: Duration.minutes(3),
      memory: 1769,
      // With more, the messages behind one that keeps failing would share its fate unread: each delivery counts for all.
      batchSize: 1,
      maxConcurrency: config.concurrency.reports,
      access: {
        INBOX_BUCKET: readBucket(inbox),
        LEDGER_TABLE: appendToTable(storage.ledger),
        KEYS_TABLE: appendToTable(storage.keys),
        WORK_BUCKET: writeFolder(storage.work, 'findings'),
        MONTHS_QUEUE_URL: sendTo(months.queue),
        FEDERAL_KEY_ARN: sealWith(storage.federalKey),
        STATE_KEY_ARN: sealWith(storage.stateKey),
        FINGERPRINT_KEY_ARN: authenticateWith(storage.fingerprintKey),
        STATE_PROFILE: stateProfile,
      },
    });

    const submissions = new QueueWorker(this, 'Intake', {
      config,
      failures: storage.failures,
      queue: 'intake',
      function: 'receive-submission',
      code: codeOf('receive-submission'),
      timeout: Duration.minutes(5),
      memory: 1024,
      batchSize: 1,
      maxConcurrency: 10,
      access: {
        INBOX_BUCKET: readBucket(inbox),
        LEDGER_TABLE: appendToTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        REPORTS_QUEUE_URL: sendTo(reports.queue),
        STATE_PROFILE: stateProfile,
      },
    });
    inbox.notify(submissions.queue);
    this.workers = [submissions, reports, months];
    this.inbox = inbox;
    this.months = months.queue;

    new CfnOutput(this, 'ReportingDueDay', { value: String(config.reportingDueDay) });
    new CfnOutput(this, 'InboxBucket', { value: inbox.bucketName });
    new CfnOutput(this, 'IntakeQueueUrl', { value: submissions.queue.queueUrl });
    new CfnOutput(this, 'ReportsQueueUrl', { value: reports.queue.queueUrl });
    new CfnOutput(this, 'MonthsQueueUrl', { value: months.queue.queueUrl });
  }
}
