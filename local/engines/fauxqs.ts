import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import type { BucketPlan, QueuePlan } from '../template/plan.ts';
import { credentials, region } from './addresses.ts';
import { startBehindDoor } from './door/install.ts';

export interface QueuedMessage {
  id: string;
  body: string;
  /** When it was sent, in milliseconds. */
  sentAt: number;
  /** Whether it waits to be received, and is neither delayed nor in flight. */
  ready: boolean;
}

/** An object that has just been stored. */
export interface Upload {
  bucket: string;
  key: string;
  /** Whether it came as a form. */
  form: boolean;
}

/** S3 and SQS in this process. */
export interface Fauxqs {
  endpoint: string;
  /** Creates the queue, or brings an existing one up to date without touching its messages. */
  ensureQueue(queue: QueuePlan): Promise<void>;
  /** Creates the bucket unless there is one, and lets in from other origins what its rules allow. */
  ensureBucket(bucket: Pick<BucketPlan, 'name' | 'corsRules'>): void;
  /** Puts a message on a standard queue. */
  send(queue: string, body: string): void;
  /** All messages in a queue, whatever their state. */
  messages(queue: string): QueuedMessage[];
  /** Tells `observer` of every new object, at once and in order. */
  onUpload(observer: (upload: Upload) => void): void;
  stop(): Promise<void>;
}

/** Starts fauxqs on a free port of this machine: in memory, or kept in `dataDir`. */
export async function startObjectsAndQueues({ dataDir }: { dataDir?: string | undefined }): Promise<Fauxqs> {
  if (dataDir) releaseMessages(join(dataDir, 'fauxqs.db'));
  const corsRules = new Map<string, BucketPlan['corsRules']>();
  const { started, isForm } = startBehindDoor(
    () =>
      startFauxqs({
        port: 0,
        logger: false,
        defaultRegion: region,
        messageSpies: { bufferSize: 0 },
        ...(dataDir && { dataDir }),
      }),
    (bucket) => corsRules.get(bucket) ?? [],
  );
  const server = await started;
  const endpoint = `http://127.0.0.1:${server.port}`;
  const sqs = new SQSClient({ endpoint, region, credentials });

  return {
    endpoint,
    ensureQueue: async ({ name, url, attributes }) => {
      // Creating it again would drop its messages: fauxqs replaces the row that they hang on.
      if (!server.inspectQueue(name)) server.createQueue(name, { attributes });
      else await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: changeable(attributes) }));
    },
    ensureBucket: ({ name, corsRules: rules }) => {
      server.createBucket(name);
      corsRules.set(name, rules);
    },
    send: (queue, body) => void server.sendMessage(queue, body),
    messages: (queue) => messagesOf(server, queue),
    onUpload: (observer) => observeUploads(server, isForm, observer),
    stop: async () => {
      sqs.destroy();
      await server.stop();
    },
  };
}

/** What may change on an existing queue and matters here. */
function changeable({ VisibilityTimeout, RedrivePolicy }: Record<string, string>): Record<string, string> {
  return { ...(VisibilityTimeout && { VisibilityTimeout }), ...(RedrivePolicy && { RedrivePolicy }) };
}

function messagesOf(server: FauxqsServer, queue: string): QueuedMessage[] {
  const { ready = [], delayed = [], inflight = [] } = server.inspectQueue(queue)?.messages ?? {};
  const others = [...delayed, ...inflight.map(({ message }) => message)];
  return [...ready, ...others].map(({ messageId, body, sentTimestamp }, index) => ({
    id: messageId,
    body,
    sentAt: sentTimestamp,
    ready: index < ready.length,
  }));
}

/** The spy asks a waiter's predicate about each event as it happens; one that never says yes sees them all. */
function observeUploads(
  server: FauxqsServer,
  isForm: (bucket: string, key: string) => boolean,
  observer: (upload: Upload) => void,
): void {
  void server.spy.waitForMessage((event) => {
    if (event.service === 's3' && event.status === 'uploaded') {
      observer({ bucket: event.bucket, key: event.key, form: isForm(event.bucket, event.key) });
    }
    return false;
  });
}

/**
 * Makes messages that were being handled when the last process ended visible again: nobody handles them any more. The
 * receive does not count, since it was not the message that made it fail. fauxqs 2.4.1 would wait for their visibility
 * timeout, minutes; its own way to end that early fails on a kept queue.
 */
function releaseMessages(file: string): void {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  try {
    database.exec(`
      UPDATE sqs_messages
      SET receipt_handle = NULL, visibility_deadline = NULL, approximate_receive_count = approximate_receive_count - 1
      WHERE receipt_handle IS NOT NULL AND approximate_receive_count > 0`);
  } finally {
    database.close();
  }
}
