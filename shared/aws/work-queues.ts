import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { deadLettersOf, type NamedQueues, type WorkQueue } from '../operations/work-queues.ts';
import { aboutText } from './about-message.ts';

/** As many messages as one request gives. */
const perRequest = 10;

/** More are not looked at. */
const shownAtMost = 100;

/** A queue gives what it likes of what it has: it is asked until it has given nothing new so often. */
const patience = 3;

const counts = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** The queues of SQS that functions work off. */
export function createWorkQueues(sqs: SQSClient, queues: NamedQueues): WorkQueue[] {
  return queues.map(({ url, ...queue }) => {
    const deadLettersUrl = deadLettersOf(url);
    return {
      ...queue,
      waiting: () => messagesIn(sqs, url),
      deadLetters: {
        count: () => messagesIn(sqs, deadLettersUrl),
        peek: async () => {
          const messages = await lookInto(sqs, deadLettersUrl);
          return messages.map(({ MessageId: message = '', Body = '' }) => ({
            queue: queue.name,
            message,
            about: aboutText(Body),
          }));
        },
        sendBack: (most) => sendBack(sqs, { from: deadLettersUrl, to: url, most }),
      },
    };
  });
}

async function messagesIn(sqs: SQSClient, url: string): Promise<number> {
  const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...counts] });
  const { Attributes = {} } = await sqs.send(asked);
  return counts.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}

/** Messages that stay visible to others: nobody has taken them. */
async function lookInto(sqs: SQSClient, url: string): Promise<Message[]> {
  const there = Math.min(await messagesIn(sqs, url), shownAtMost);
  const found = new Map<string, Message>();
  for (let inVain = 0; found.size < there && inVain < patience; ) {
    const before = found.size;
    const { Messages = [] } = await sqs.send(
      // Waiting makes SQS ask all its servers, where it would ask some.
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: perRequest,
        VisibilityTimeout: 0,
        WaitTimeSeconds: 1,
      }),
    );
    for (const message of Messages) found.set(message.MessageId ?? '', message);
    inVain = found.size > before ? 0 : inVain + 1;
  }
  return [...found.values()];
}

/**
 * As SQS does for `StartMessageMoveTask`, which engines on a laptop lack, and within the request, so that who asks knows
 * what came of it: each becomes a new message with all its deliveries before it, in its group.
 */
async function sendBack(
  sqs: SQSClient,
  { from, to, most }: { from: string; to: string; most: number },
): Promise<number> {
  // Those that fail once more meanwhile are left for the next time.
  const there = Math.min(await messagesIn(sqs, from), most);
  let sent = 0;
  while (sent < there) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: from,
        MaxNumberOfMessages: Math.min(perRequest, there - sent),
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['MessageGroupId'],
      }),
    );
    if (Messages.length === 0) return sent;
    for (const message of Messages) {
      await sqs.send(new SendMessageCommand({ QueueUrl: to, ...copyOf(message) }));
      await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle: message.ReceiptHandle }));
      sent += 1;
    }
  }
  return sent;
}

function copyOf({ Body, MessageId, Attributes = {} }: Message) {
  const { MessageGroupId } = Attributes;
  if (!MessageGroupId) return { MessageBody: Body };
  // The one that it came with would be taken for a repetition within five minutes.
  return { MessageBody: Body, MessageGroupId, MessageDeduplicationId: `redrive-${MessageId}` };
}
