import type { Clock, Objects } from '../ports.ts';
import type { Forwarder, SealedFile } from './forwarder.ts';

export interface OutboxDependencies {
  objects: Objects;
  outboxBucket: string;
  clock: Clock;
}

/**
 * Forwards by making a file ready in the outbox: beside it and its manifest it puts its hash, in the form that
 * `sha256sum -c` reads. Who takes the three to the FBI is up to the state: the operator, or a hand-over by SFTP that waits
 * for the hash.
 */
export function createOutboxForwarder({ objects, outboxBucket, clock }: OutboxDependencies): Forwarder {
  const receiptOf = (file: SealedFile) => ({ reference: hashKey(file), at: clock().toISOString() });
  return {
    method: 'outbox',
    async find(file) {
      for await (const key of objects.list(outboxBucket, { prefix: hashKey(file) })) {
        if (key === hashKey(file)) return receiptOf(file);
      }
      return undefined;
    },
    async forward(file) {
      const text = `${file.sha256}  ${file.fileName}\n`;
      await objects.put({ bucket: outboxBucket, key: hashKey(file) }, text, 'text/plain');
      return receiptOf(file);
    },
  };
}

/** Where the hash of a file is once it was made ready, given where the file is. */
export function hashKey({ key }: Pick<SealedFile, 'key'>): string {
  return `${key}.sha256`;
}
