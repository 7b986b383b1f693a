import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListQueuesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { z } from 'zod';

/** A queue that functions work off, and the one for what they cannot handle. */
export interface RedrivableQueue {
  name: string;
  url: string;
  deadLetters: { name: string; url: string };
}

const redrivePolicy = z.object({ deadLetterTargetArn: z.string() });

/** All queues that have one for dead letters. */
export async function redrivableQueues(sqs: SQSClient): Promise<RedrivableQueue[]> {
  const { QueueUrls: urls = [] } = await sqs.send(new ListQueuesCommand({}));
  const queues = await Promise.all(
    urls.map(async (url) => {
      const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['RedrivePolicy'] });
      const { Attributes } = await sqs.send(asked);
      const target = Attributes?.RedrivePolicy && redrivePolicy.parse(JSON.parse(Attributes.RedrivePolicy));
      return { url, target: target ? target.deadLetterTargetArn.split(':').at(-1) : undefined };
    }),
  );
  return queues.flatMap(({ url, target }) => {
    const deadLettersUrl = urls.find((other) => nameOf(other) === target);
    if (!target || !deadLettersUrl) return [];
    return [{ name: nameOf(url), url, deadLetters: { name: target, url: deadLettersUrl } }];
  });
}

/**
 * Sends the dead letters of a queue back to it, as SQS does for `StartMessageMoveTask`, which fauxqs 2.4.1 lacks: each
 * becomes a new message with all its deliveries before it, in its group. Gives how many. One that was sent when this ends
 * early is sent again the next time.
 */
export async function redrive(sqs: SQSClient, { url, deadLetters }: RedrivableQueue): Promise<number> {
  for (let sent = 0; ; sent++) {
    const { Messages: [message] = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: deadLetters.url, MessageSystemAttributeNames: ['All'] }),
    );
    if (!message) return sent;
    await sqs.send(new SendMessageCommand({ QueueUrl: url, ...copyOf(message) }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl: deadLetters.url, ReceiptHandle: message.ReceiptHandle }));
  }
}

/** How many messages wait in a queue or are being handled. */
export async function messagesIn(sqs: SQSClient, { url }: RedrivableQueue): Promise<number> {
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }));
  const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible, ApproximateNumberOfMessagesDelayed } =
    Attributes;
  const counts = [
    ApproximateNumberOfMessages,
    ApproximateNumberOfMessagesNotVisible,
    ApproximateNumberOfMessagesDelayed,
  ];
  return counts.reduce((sum, count = '0') => sum + Number(count), 0);
}

function copyOf({ Body, MessageId, Attributes = {} }: Message) {
  const { MessageGroupId } = Attributes;
  if (!MessageGroupId) return { MessageBody: Body };
  // The one that it came with would be taken for a repetition within five minutes.
  return { MessageBody: Body, MessageGroupId, MessageDeduplicationId: `redrive-${MessageId}` };
}

function nameOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
