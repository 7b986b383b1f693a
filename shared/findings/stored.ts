import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { CorruptDataError } from '../errors.ts';
import type { Finding } from '../nibrs/finding.ts';
import type { Objects } from '../ports.ts';
import { findingSchema } from './finding.ts';

/** Where findings are stored. */
export interface FindingSources {
  objects: Objects;
  workBucket: string;
}

/** A finding, and in which line of its object it stands, from 1: the line of a finding never changes. */
export interface StoredFinding {
  line: number;
  finding: Finding;
}

/**
 * The findings stored in an object, in their order, one at a time. Lines of findings that were deleted are blank, and an
 * object that is a year old is gone.
 */
export async function* readStored({ objects, workBucket }: FindingSources, key: string): AsyncGenerator<StoredFinding> {
  const content = await objects.read({ bucket: workBucket, key }).catch(undefinedWhenGone);
  if (!content) return;
  const body = Readable.from(content, { objectMode: false });
  let line = 0;
  for await (const text of createInterface({ input: body })) {
    line += 1;
    if (text !== '') yield { line, finding: findingSchema.parse(JSON.parse(text)) };
  }
}

function undefinedWhenGone(error: unknown): undefined {
  if (!(error instanceof CorruptDataError)) throw error;
}

/** The findings stored in these objects, in their order, one at a time. */
export async function* readFindings(sources: FindingSources, keys: readonly string[]): AsyncGenerator<Finding> {
  for (const key of keys) for await (const { finding } of readStored(sources, key)) yield finding;
}
