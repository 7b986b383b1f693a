import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type DeadLetter, type LocalCloud, startLocalCloud } from '../../local/index.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import type { StartTransmission } from '../../shared/extract/messages.ts';
import type { Months } from '../../shared/extract/months.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import { createDynamoLedger } from '../../shared/ledger/dynamodb.ts';
import type { Ledger } from '../../shared/ledger/port.ts';
import { RawKeyring } from '../../shared/ledger/protection/keyring.ts';
import type { Clock, Objects, Queue } from '../../shared/ports.ts';

/** A state's repository on this computer: the local cloud, and what the command needs of it. */
export interface Repository {
  ledger: Ledger;
  months: Months;
  objects: Objects;
  buckets: { inbox: string; work: string; outbox: string };
  transmissions: Queue<StartTransmission>;
  /** Everything that was ever uploaded, in no order. */
  uploads(): Promise<Upload[]>;
  /** True when every upload that was announced has been split into work or refused. */
  intakeIsEmpty(): Promise<boolean>;
  /** Resolves when no function runs and no message waits. */
  idle(): Promise<void>;
  /** Messages that were given up, with the reason where it is known. */
  deadLetters(): DeadLetter[];
  stop(): Promise<void>;
}

/** An object in the inbox. */
export interface Upload {
  key: string;
  at: Date;
}

export interface RepositoryOptions {
  /** Where everything is kept; a later start over the same directory goes on from there. */
  directory: string;
  /** State profile, two letters; undefined where no state elements are collected. */
  state: string | undefined;
  /** ORI of the state program. */
  submitter: string;
  clock: Clock;
}

/** Starts the local cloud over a directory. Throws `UsageError` when another process uses it. */
export async function openRepository({ directory, state, submitter, clock }: RepositoryOptions): Promise<Repository> {
  await mkdir(directory, { recursive: true });
  const cloud = await startLocalCloud({
    dataDir: resolve(directory),
    parameters: { StateProfile: state ?? 'NONE', Submitter: submitter },
  });
  const { s3, sqs, documents } = cloud.clients();
  const inbox = output(cloud, 'InboxBucket');
  const intakeQueue = output(cloud, 'IntakeQueueUrl');
  return {
    ledger: createDynamoLedger({
      documents,
      ledgerTable: output(cloud, 'LedgerTable'),
      keysTable: output(cloud, 'KeysTable'),
      // The command opens no report, so it is given no key.
      keyring: new RawKeyring({}),
      clock,
    }),
    months: createDynamoMonths(documents, output(cloud, 'MonthsTable')),
    objects: createObjects(s3),
    buckets: {
      inbox,
      work: output(cloud, 'WorkBucket'),
      outbox: output(cloud, 'OutboxBucket'),
    },
    transmissions: createQueue(sqs, output(cloud, 'TransmissionsQueueUrl')),
    uploads: () => listUploads(s3, inbox),
    intakeIsEmpty: () => isEmpty(sqs, intakeQueue),
    idle: () => cloud.idle(),
    deadLetters: () => cloud.deadLetters(),
    stop: () => cloud.stop(),
  };
}

function output({ outputs }: LocalCloud, name: string): string {
  const value = outputs[name];
  if (value === undefined) throw new ConfigurationError(`The stacks have no output ${name}. Add it in infra/stacks.`);
  return value;
}

async function listUploads(s3: S3Client, inbox: string): Promise<Upload[]> {
  const uploads: Upload[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: inbox })) {
    for (const { Key, LastModified } of Contents) {
      if (Key !== undefined && LastModified !== undefined) uploads.push({ key: Key, at: LastModified });
    }
  }
  return uploads;
}

async function isEmpty(sqs: SQSClient, queue: string): Promise<boolean> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: queue,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  return Object.values(Attributes).every((messages) => messages === '0');
}
