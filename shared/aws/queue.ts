import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BatchResultErrorEntry,
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { InvalidMessageError, TryAgainError } from '../errors.ts';
import type { Outgoing, Queue } from '../ports.ts';

/** Limits of SendMessageBatch: 10 messages, 256 KiB together (the limit of queues that were never raised to 1 MiB). */
const maxMessages = 10;
const maxBytes = 262_144;

const attempts = 4;
const firstPause = 100;

/**
 * A queue of SQS that takes messages of one shape, as JSON.
 *
 * SendMessageBatch answers 200 even when it did not take every message, so the refused ones are sent again and an
 * error is thrown when some stay refused. A batch holds one message of a group at most: a message that is sent again
 * can then never be overtaken by a later one of its group.
 */
export function createQueue<T>(client: SQSClient, url: string): Queue<T> {
  return {
    async send(messages) {
      for (const batch of batches(messages)) await sendBatch(client, url, batch);
    },
  };
}

/** Messages in their order, in batches as large as SQS allows with no two messages of one group in a batch. */
export function* batches(messages: readonly Outgoing<unknown>[]): Generator<SendMessageBatchRequestEntry[]> {
  let batch: SendMessageBatchRequestEntry[] = [];
  let bytes = 0;
  for (const message of messages) {
    const body = JSON.stringify(message.body);
    const size = Buffer.byteLength(body);
    if (size > maxBytes) throw new InvalidMessageError(`A message of ${size} bytes is over the limit of ${maxBytes}.`);
    const full = batch.length === maxMessages || bytes + size > maxBytes;
    if (full || batch.some((entry) => message.group !== undefined && entry.MessageGroupId === message.group)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push({
      Id: String(batch.length),
      MessageBody: body,
      MessageGroupId: message.group,
      MessageDeduplicationId: message.dedupe,
    });
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function sendBatch(client: SQSClient, url: string, batch: SendMessageBatchRequestEntry[]): Promise<void> {
  let entries = batch;
  for (let attempt = 1; ; attempt++) {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
    if (Failed.length === 0) return;
    if (attempt === attempts || Failed.some((failed) => failed.SenderFault)) throw notTaken(url, Failed);
    const refused = new Set(Failed.map((failed) => failed.Id));
    entries = entries.filter((entry) => refused.has(entry.Id));
    await sleep(firstPause * 2 ** attempt);
  }
}

function notTaken(url: string, failed: BatchResultErrorEntry[]): TryAgainError {
  const codes = [...new Set(failed.map((entry) => entry.Code ?? 'unknown'))].join(', ');
  return new TryAgainError(
    `Queue ${url} did not take ${failed.length} message(s): ${codes}. They have to be sent again.`,
  );
}
