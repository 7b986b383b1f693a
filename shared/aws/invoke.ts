import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { z } from 'zod';
import { InvalidMessageError, TryAgainError } from '../errors.ts';

/**
 * Calls a function and waits for its reply. Throws `TryAgainError` when the function failed, whose log has the reason,
 * and `InvalidMessageError` when the reply is not what it should be.
 */
export async function invokeFunction<Reply>(
  client: LambdaClient,
  name: string,
  request: object,
  reply: z.ZodType<Reply>,
): Promise<Reply> {
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(request) }),
  );
  if (FunctionError !== undefined) {
    throw new TryAgainError(`Function ${name} failed. Try again; if it fails again, its log has the reason.`);
  }
  const parsed = reply.safeParse(JSON.parse(Buffer.from(Payload ?? []).toString() || 'null'));
  if (parsed.success) return parsed.data;
  throw new InvalidMessageError(`The reply of function ${name} does not have its shape: is it of another release?`);
}
