import { createHash } from 'node:crypto';
import { buffer, text } from 'node:stream/consumers';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { readTransmission } from '../../bin/repository/transmissions.ts';
import type { Payload } from '../../events/catalog.ts';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../local/index.ts';
import { KmsKeyring } from '../../shared/aws/kms-keyring.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import type { StartTransmission } from '../../shared/extract/messages.ts';
import { submissionId, uploadKey } from '../../shared/intake/upload-key.ts';
import { createDynamoLedger } from '../../shared/ledger/dynamodb.ts';
import type { Ledger } from '../../shared/ledger/port.ts';
import type { ObjectLocation, Objects } from '../../shared/ports.ts';
import { readSubmission, type SubmissionStatus } from '../../shared/submissions/read-submission.ts';

/** A file on its way to the inbox. */
export interface Upload {
  /** ORI of whoever uploads it. */
  uploader: string;
  openedAt: Date;
  fileName: string;
  content: Buffer;
}

/** A sealed transmission, read back from the outbox. */
export interface Sent extends Payload<'TransmissionSealed'> {
  file: string;
  manifest: string;
}

/** The whole local cloud, and what tests do with it from outside. */
export interface TestCloud {
  cloud: LocalCloud;
  /** Opens both halves; no function can do that. */
  ledger: Ledger;
  objects: Objects;
  buckets: { inbox: string; work: string; outbox: string; answers: string };
  /** Gives the submission's id. */
  upload(upload: Upload): Promise<string>;
  submission(id: string): Promise<SubmissionStatus>;
  /** Asks for the transmission of a period, waits until nothing moves, and reads what was sealed. */
  transmit(period: string, request: string): Promise<Sent>;
  /** Every item of a table, the table named by the stacks' output. */
  items(output: string): Promise<Record<string, unknown>[]>;
  /** Every object of a bucket by its key, one character a byte. */
  contents(bucket: string): Promise<Map<string, string>>;
}

type Options = Omit<LocalCloudOptions, 'parameters'> & { state?: string };

/** Starts the local cloud of a state. Stop it with `cloud.stop()`. */
export async function openCloud({ state = 'MO', ...options }: Options = {}): Promise<TestCloud> {
  const cloud = await startLocalCloud({ ...options, parameters: { StateProfile: state, Submitter: 'MOUCR0001' } });
  const { s3, sqs, documents, kms } = cloud.clients();
  const output = (name: string) => cloud.outputs[name] ?? '';
  const objects = createObjects(s3);
  const ledger = createDynamoLedger({
    documents,
    ledgerTable: output('LedgerTable'),
    keysTable: output('KeysTable'),
    keyring: new KmsKeyring(kms, { federal: output('FederalKeyArn'), state: output('StateKeyArn') }),
    clock: () => new Date(),
  });
  const buckets = {
    inbox: output('InboxBucket'),
    work: output('WorkBucket'),
    outbox: output('OutboxBucket'),
    answers: output('AnswersBucket'),
  };
  const transmissions = createQueue<StartTransmission>(sqs, output('TransmissionsQueueUrl'));
  const read = async (location: ObjectLocation) => text(await objects.read(location));

  return {
    cloud,
    ledger,
    objects,
    buckets,

    async upload({ content, ...file }) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const id = submissionId({ agency: file.uploader, fileName: file.fileName, sha256 });
      await objects.put({ bucket: buckets.inbox, key: uploadKey({ ...file, id }) }, content, 'text/plain');
      return id;
    },

    submission: (id) => readSubmission({ ledger }, id),

    async transmit(period, request) {
      await transmissions.send([{ body: { period, by: 'test', request } }]);
      await cloud.idle();
      const result = await readTransmission({ ledger }, { period, year: new Date().getUTCFullYear() });
      if (result.outcome !== 'sealed') throw new Error(`Transmission of ${period}: ${JSON.stringify(result)}`);
      const { key, manifestKey } = result.sealed;
      const file = await read({ bucket: buckets.outbox, key });
      return { ...result.sealed, file, manifest: await read({ bucket: buckets.outbox, key: manifestKey }) };
    },

    async items(name) {
      const found: Record<string, unknown>[] = [];
      for await (const { Items = [] } of paginateScan({ client: documents }, { TableName: output(name) })) {
        found.push(...Items);
      }
      return found;
    },

    async contents(bucket) {
      const found = new Map<string, string>();
      for await (const key of objects.list(bucket, { prefix: '' })) {
        found.set(key, (await buffer(await objects.read({ bucket, key }))).toString('latin1'));
      }
      return found;
    },
  };
}
