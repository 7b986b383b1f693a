import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, type SpyMessage, startFauxqs } from 'fauxqs';
import type { QueuePlan } from '../template/plan.ts';
import { credentials, region } from './addresses.ts';

export interface QueuedMessage {
  id: string;
  body: string;
  /** When it was sent, in milliseconds. */
  sentAt: number;
  /** Whether it waits to be received, and is neither delayed nor in flight. */
  ready: boolean;
}

/** S3 and SQS in this process. */
export interface Fauxqs {
  endpoint: string;
  /** Creates the queue, or brings an existing one up to date without touching its messages. */
  ensureQueue(queue: QueuePlan): Promise<void>;
  ensureBucket(name: string): void;
  /** Puts a message on a standard queue. */
  send(queue: string, body: string): void;
  /** All messages in a queue, whatever their state. */
  messages(queue: string): QueuedMessage[];
  /** Tells `observer` of everything that happens, at once and in order. */
  observe(observer: (event: SpyMessage) => void): void;
  stop(): Promise<void>;
}

/** Starts fauxqs on a free port of this machine: in memory, or kept in `dataDir`. */
export async function startObjectsAndQueues({ dataDir }: { dataDir?: string | undefined }): Promise<Fauxqs> {
  if (dataDir) releaseMessages(join(dataDir, 'fauxqs.db'));
  const server = await startFauxqs({
    port: 0,
    logger: false,
    defaultRegion: region,
    messageSpies: { bufferSize: 0 },
    ...(dataDir && { dataDir }),
  });
  const allowOthers = refuseOtherMachines(server.port);
  const endpoint = `http://127.0.0.1:${server.port}`;
  const sqs = new SQSClient({ endpoint, region, credentials });

  return {
    endpoint,
    ensureQueue: async ({ name, url, attributes }) => {
      // Creating it again would drop its messages: fauxqs replaces the row that they hang on.
      if (!server.inspectQueue(name)) server.createQueue(name, { attributes });
      else await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: changeable(attributes) }));
    },
    ensureBucket: (name) => void server.createBucket(name),
    send: (queue, body) => void server.sendMessage(queue, body),
    messages: (queue) => messagesOf(server, queue),
    observe: (observer) => observeAll(server, observer),
    stop: async () => {
      sqs.destroy();
      await server.stop();
      allowOthers();
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
function observeAll(server: FauxqsServer, observer: (event: SpyMessage) => void): void {
  void server.spy.waitForMessage((event) => {
    observer(event);
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

/** fauxqs listens on every address of the machine and cannot be told otherwise; reports are nobody else's business. */
function refuseOtherMachines(port: number): () => void {
  const check = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    const local = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
    if (socket.localPort === port && !local) socket.destroy();
  };
  subscribe('net.server.socket', check);
  return () => unsubscribe('net.server.socket', check);
}
