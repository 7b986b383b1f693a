import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
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
  /** In whose name files are uploaded: the state program's ORI. */
  uploader: string;
  /** The time of an upload that begins now; later than that of any before. */
  openUpload(): Date;
  /** Resolves when no function runs and no message waits. */
  idle(): Promise<void>;
  /** Messages that were given up, with the reason where it is known. */
  deadLetters(): DeadLetter[];
  stop(): Promise<void>;
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
  let lastUpload = 0;
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
      inbox: output(cloud, 'InboxBucket'),
      work: output(cloud, 'WorkBucket'),
      outbox: output(cloud, 'OutboxBucket'),
    },
    transmissions: createQueue(sqs, output(cloud, 'TransmissionsQueueUrl')),
    uploader: submitter,
    openUpload() {
      lastUpload = Math.max(clock().getTime(), lastUpload + 1);
      return new Date(lastUpload);
    },
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
