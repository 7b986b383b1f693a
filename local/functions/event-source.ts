import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { region } from '../engines/addresses.ts';
import type { MappingPlan } from '../template/plan.ts';
import { failedItems } from './item-failures.ts';

export interface EventSourceOptions {
  mapping: MappingPlan;
  queueUrl: string;
  /** Batches in flight at once. */
  concurrency: number;
  sqs: SQSClient;
  invoke(event: { Records: { body: string }[] }): Promise<unknown>;
  /** Told why a message will be delivered again. */
  onFailure(messageId: string, why: string): void;
  /** Told whenever messages may have left the queue: handled, or moved to the dead-letter queue. */
  onProgress(): void;
  /** Told of a fault of the local cloud itself; the work goes on. */
  onFault(error: unknown): void;
}

/** Why a message failed, where only the function knows. */
export const reportedAsFailed = 'the function reported it as failed; see its log';

/** The most that one request may receive or delete. */
const requestLimit = 10;
const longPollSeconds = 20;

/** A failed message is back after this, and after twice as long each further time. */
const firstRetrySeconds = 0.05;

/**
 * Feeds a function from a queue as Lambda's event source mapping does: long polling, batches, partial failures, no more
 * batches at once than the concurrency. One thing is quicker than in the cloud: a failed message does not wait for the
 * end of its visibility timeout, which is minutes, but for a moment that doubles with each receive.
 */
export class EventSource {
  private readonly options: EventSourceOptions;
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly polling: Promise<void>;

  constructor(options: EventSourceOptions) {
    this.options = options;
    this.polling = this.poll();
  }

  /** Takes no more messages and resolves when those at work are done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.polling;
    await Promise.all(this.running);
  }

  private async poll(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      if (this.running.size >= this.options.concurrency) {
        await Promise.race(this.running);
        continue;
      }
      try {
        const batch = await this.receiveBatch();
        if (batch.length > 0) this.run(batch);
        else this.options.onProgress();
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.options.onFault(error);
        await sleep(firstRetrySeconds * 1000);
      }
    }
  }

  private run(batch: Message[]): void {
    const work = this.handle(batch)
      .catch((error) => this.options.onFault(error))
      .finally(() => {
        this.running.delete(work);
        this.options.onProgress();
      });
    this.running.add(work);
  }

  /** A batch: what is there at once, or as much as comes within the window. Empty when nothing came. */
  private async receiveBatch(): Promise<Message[]> {
    const { batchSize, windowSeconds } = this.options.mapping;
    const batch = await this.receive(batchSize, longPollSeconds);
    const windowEnd = Date.now() + windowSeconds * 1000;
    while (batch.length > 0 && batch.length < batchSize) {
      const secondsLeft = Math.ceil((windowEnd - Date.now()) / 1000);
      if (secondsLeft <= 0) break;
      batch.push(...(await this.receive(batchSize - batch.length, secondsLeft)));
    }
    return batch;
  }

  private async receive(count: number, seconds: number): Promise<Message[]> {
    const { Messages = [] } = await this.options.sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: this.options.queueUrl,
        MaxNumberOfMessages: Math.min(count, requestLimit),
        WaitTimeSeconds: seconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: this.stopping.signal },
    );
    return Messages;
  }

  private async handle(batch: Message[]): Promise<void> {
    const failed = await this.invoke(batch);
    await this.delete(batch.filter((message) => !failed.has(message)));
    for (const message of failed) await this.deliverAgain(message);
  }

  /** The messages of the batch that failed. */
  private async invoke(batch: Message[]): Promise<Set<Message>> {
    const { mapping, invoke, onFailure } = this.options;
    try {
      const reply = await invoke({ Records: batch.map((message) => recordOf(message, mapping.queueArn)) });
      const failed = mapping.reportsItemFailures ? failedItems(reply, batch) : new Set<Message>();
      for (const { MessageId = '' } of failed) onFailure(MessageId, reportedAsFailed);
      return failed;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      for (const { MessageId = '' } of batch) onFailure(MessageId, why);
      return new Set(batch);
    }
  }

  private async delete(messages: Message[]): Promise<void> {
    for (let at = 0; at < messages.length; at += requestLimit) {
      const entries = messages.slice(at, at + requestLimit).map(({ ReceiptHandle }, index) => ({
        Id: String(index),
        ReceiptHandle,
      }));
      await this.options.sqs.send(new DeleteMessageBatchCommand({ QueueUrl: this.options.queueUrl, Entries: entries }));
    }
  }

  private async deliverAgain({ ReceiptHandle, Attributes }: Message): Promise<void> {
    const receives = Number(Attributes?.ApproximateReceiveCount ?? 1);
    await this.options.sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: this.options.queueUrl,
        ReceiptHandle,
        // SQS takes whole seconds, fauxqs fractions too.
        VisibilityTimeout: firstRetrySeconds * 2 ** (receives - 1),
      }),
    );
  }
}

/** A message in the shape in which Lambda hands it to a function. */
function recordOf(message: Message, queueArn: string): { body: string } & Record<string, unknown> {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body ?? '',
    attributes: message.Attributes,
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        { dataType: DataType, stringValue: StringValue, binaryValue: BinaryValue },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  };
}
