import type { Message } from '@aws-sdk/client-sqs';
import { z } from 'zod';

/** `SQSBatchResponse`. Nothing at all, an empty reply and an empty or null list all mean that everything succeeded. */
const reply = z
  .looseObject({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/**
 * The messages that a function's reply reports as failed. A reply that is malformed, or names a message that is not in
 * the batch, fails the whole batch (Lambda Developer Guide, "Handling errors for an SQS event source": partial batch
 * responses).
 */
export function failedItems(value: unknown, batch: readonly Message[]): Set<Message> {
  const parsed = reply.safeParse(value);
  if (!parsed.success) return new Set(batch);

  const failed = new Set<Message>();
  for (const { itemIdentifier } of parsed.data?.batchItemFailures ?? []) {
    const message = batch.find(({ MessageId }) => MessageId === itemIdentifier);
    if (!message) return new Set(batch);
    failed.add(message);
  }
  return failed;
}
