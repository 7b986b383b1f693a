import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Finding } from '../../shared/nibrs/finding.ts';
import type { Repository } from './repository.ts';

const storedFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  record: z.int().optional(),
  segment: z.string(),
  ori: z.string(),
  report: z.string(),
  sequence: z.string().optional(),
  element: z.string(),
  elementName: z.string(),
  value: z.string().optional(),
  columns: z.tuple([z.int(), z.int()]).readonly().optional(),
  message: z.string(),
  hint: z.string(),
}) satisfies z.ZodType<Finding>;

/** The findings stored in these objects of the work bucket, in their order, one at a time. */
export async function* readFindings(
  { objects, buckets }: Pick<Repository, 'objects' | 'buckets'>,
  keys: readonly string[],
): AsyncGenerator<Finding> {
  for (const key of keys) {
    const body = Readable.from(await objects.read({ bucket: buckets.work, key }), { objectMode: false });
    for await (const line of createInterface({ input: body })) yield storedFinding.parse(JSON.parse(line));
  }
}
