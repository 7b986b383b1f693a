import { z } from 'zod';

const count = z.int().nonnegative();

/** A series number of the year was given to a transmission (stream `series#YYYY`). */
export const seriesNumberTaken = z.object({ series: z.int().positive(), transmission: z.string(), period: z.string() });

export const transmissionStarted = z.object({
  period: z.string(),
  submitter: z.string(),
  series: z.int().positive(),
  fileName: z.string(),
  agencies: z.array(z.string()),
  /** SHA-256, hex, of what the months held: the same basis gives the same file. */
  basis: z.string(),
});

/** One agency's share was written: `key` in the work bucket. */
export const partBuilt = z.object({
  ori: z.string(),
  key: z.string(),
  reports: count,
  records: count,
  bytes: count,
  sha256: z.string(),
  /** State-only values that the reports of this part have and the part does not. */
  strippedStateElements: count,
});

export const transmissionSealed = z.object({
  fileName: z.string(),
  key: z.string(),
  manifestKey: z.string(),
  bytes: count,
  sha256: z.string(),
  reports: count,
  records: count,
  strippedStateElements: count,
});

/** The file as written did not pass the FBI's own edits; nothing was sealed. */
export const transmissionRefused = z.object({
  reason: z.string(),
  findings: z.array(z.object({ code: z.string(), record: z.int().optional(), message: z.string() })),
});
