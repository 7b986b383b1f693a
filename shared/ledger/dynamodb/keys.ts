import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { InvalidMessageError } from '../../errors.ts';
import type { Backoff } from '../backoff.ts';
import { type Half, halves } from '../protection/keyring.ts';
import type { WrappedKeys } from '../protection/report-keys.ts';
import { keysTableDefinition } from '../tables.ts';
import { batchGet } from './batch-get.ts';
import { keyOfHalf } from './items.ts';

const { partitionKey, sortKey } = keysTableDefinition;

const keySchema = z.object({
  [partitionKey]: z.string(),
  [sortKey]: z.enum(halves),
  key: z.instanceof(Uint8Array),
});

/** The wrapped keys of these halves of streams; a stream that has none is not in the answer. */
export async function readKeys(
  documents: DynamoDBDocumentClient,
  table: string,
  streams: readonly string[],
  wantedHalves: readonly Half[],
  wait: Backoff,
): Promise<Map<string, WrappedKeys>> {
  const found = new Map<string, WrappedKeys>();
  const wanted = [...new Set(streams)].flatMap((stream) => wantedHalves.map((half) => keyOfHalf(stream, half)));
  for (const item of await batchGet(documents, table, wanted, wait)) {
    const { [partitionKey]: stream, [sortKey]: half, key } = keyIn(item);
    found.set(stream, { ...found.get(stream), [half]: key });
  }
  return found;
}

/** Deletes the wrapped keys of both halves of a stream. */
export async function deleteKeys(documents: DynamoDBDocumentClient, table: string, stream: string): Promise<void> {
  for (const half of halves) {
    await documents.send(new DeleteCommand({ TableName: table, Key: keyOfHalf(stream, half) }));
  }
}

function keyIn(item: unknown) {
  const parsed = keySchema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new InvalidMessageError(`An item of the keys table is malformed: ${parsed.error.issues[0]?.path.join('.')}`);
}
