import { z } from 'zod';

/** Why a message failed, in the words of the function that it was given to, and what it is about. Never anything that a report says. */
export const failure = z.object({
  /** Id of the message. */
  message: z.string(),
  queue: z.string(),
  function: z.string(),
  cause: z.string(),
  at: z.iso.datetime(),
  /** Such as `submission`, `ori`, `period`. */
  about: z.record(z.string(), z.string()),
});
export type Failure = z.infer<typeof failure>;

/** The last failure of each message. Adapter: `failures-dynamodb.ts`. */
export interface Failures {
  /** Takes the place of an earlier one of the same message. */
  record(failure: Failure): Promise<void>;
  /** Undefined where no function has said anything: its time or its memory was at an end. */
  find(message: string): Promise<Failure | undefined>;
}

/** Names in the table of failures; the infrastructure, the adapter and the tests share them. */
export const failuresTableDefinition = {
  /** S: id of the message. */
  partitionKey: 'message',
  /** N: when DynamoDB deletes it, in seconds since 1970. */
  expires: 'expires',
} as const satisfies { partitionKey: string; expires: string };
