import { S3Error } from './s3-error.ts';

/** How long a body may be, in bytes. */
export interface SizeRange {
  min: number;
  max: number;
}

/** The longest body, in bytes: what the engine can keep in one value of SQLite. */
export const maxBody = 1_000_000_000;
export const allSizes: SizeRange = { min: 0, max: maxBody };

/** Reads a body to its end. Throws `S3Error` as soon as it is longer than it may be, and at its end when it is shorter. */
export async function readBody(chunks: AsyncIterable<Buffer>, { min, max }: SizeRange): Promise<Buffer> {
  const read: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > max) {
      const message = 'Your proposed upload exceeds the maximum allowed size';
      throw new S3Error(400, 'EntityTooLarge', message, { ProposedSize: size, MaxSizeAllowed: max });
    }
    read.push(chunk);
  }
  if (size < min) {
    const message = 'Your proposed upload is smaller than the minimum allowed size';
    throw new S3Error(400, 'EntityTooSmall', message, { ProposedSize: size, MinSizeAllowed: min });
  }
  return Buffer.concat(read);
}
