import { NibrsLedgerError } from '../../errors.ts';

/** What DynamoDB takes at most (Service quotas; API reference of TransactWriteItems and BatchGetItem). */
export const limits = {
  itemBytes: 400 * 1024,
  transactionBytes: 4 * 1024 * 1024,
  transactionActions: 100,
  batchGetKeys: 100,
} as const;

/** Events that do not fit DynamoDB's limits. Nothing of the whole call was written, and trying again cannot help. */
export class TooLargeError extends NibrsLedgerError {
  readonly code = 'too-large';
}

/**
 * About what an item takes, never less: names, binaries, and the JSON of the rest, whose punctuation is no less than
 * what DynamoDB counts for structure.
 */
export function sizeOf(item: Record<string, unknown>): number {
  const sizes = Object.entries(item).map(([name, value]) => {
    return (
      name.length + (ArrayBuffer.isView(value) ? value.byteLength : Buffer.byteLength(JSON.stringify(value) ?? ''))
    );
  });
  return sizes.reduce((sum, size) => sum + size, 100);
}
