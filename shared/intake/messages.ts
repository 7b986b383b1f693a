import { z } from 'zod';

/** A run of whole records: bytes `start` to `end`, both inclusive, beginning with record number `record`. */
export const byteRange = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  record: z.int().positive(),
});
export type ByteRange = z.infer<typeof byteRange>;

/**
 * On `reports.fifo`, group = ORI: one agency's reports in one file, or a share of them, or its rows of a supplement. A
 * claim check, never text.
 */
export const reportsChunk = z.object({
  submission: z.string(),
  chunk: z.int().nonnegative(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string().optional(),
  fileName: z.string(),
  ori: z.string(),
  period: z.string(),
  /** First two characters of the file's first ORI (edit 059). */
  stateCode: z.string(),
  ranges: z.array(byteRange).min(1),
  /** When the ranges are rows of a supplement: the columns which its first line names. */
  columns: z.array(z.string()).optional(),
  /** The ORIs whose reports the uploader may file; without it, all. */
  oris: z.array(z.string()).optional(),
});
export type ReportsChunk = z.infer<typeof reportsChunk>;
