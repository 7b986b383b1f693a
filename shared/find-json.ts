import { json } from 'node:stream/consumers';
import type { z } from 'zod';
import { CorruptDataError } from './errors.ts';
import type { ObjectLocation, Objects } from './ports.ts';

/**
 * What a JSON object in a bucket says, undefined while there is none. Throws `CorruptDataError` when it does not have its
 * shape.
 */
export async function findJson<T>(
  objects: Pick<Objects, 'list' | 'read'>,
  { bucket, key }: Pick<ObjectLocation, 'bucket' | 'key'>,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  for await (const found of objects.list(bucket, { prefix: key })) {
    if (found !== key) continue;
    const parsed = schema.safeParse(await json(await objects.read({ bucket, key })));
    if (parsed.success) return parsed.data;
    throw new CorruptDataError(`Object ${bucket}/${key} does not have its shape. Ask for it once more.`);
  }
  return undefined;
}
