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
  /** SHA-256, hex, of what was to be sent: the same basis gives the same file. */
  basis: z.string(),
  /** `full` sends every report of the period again; otherwise only what the FBI does not have. */
  mode: z.enum(['delta', 'full']).optional(),
});

/**
 * What a part says of each of its reports, a share of them an event (stream `part#transmission#ORI#hash of the part`).
 * It takes effect when the transmission with that part is sealed: from these lists, and the FBI's answers, follows what
 * the FBI has.
 */
export const reportsWritten = z.object({
  ori: z.string(),
  reports: z.array(
    z.object({
      stream: z.string(),
      part: z.string(),
      /** The version up to which the report's events are in the file. */
      version: z.int().positive(),
      /** Withheld is a zero report that the reports beside it contradict. */
      status: z.enum(['present', 'deleted', 'withheld']),
      /** The version whose content the FBI had before, and is told to delete. */
      deletes: z.int().positive().optional(),
    }),
  ),
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

/** The projection of what the FBI has was brought up to this transmission; the next one may start. */
export const federalCopyUpdated = z.object({ reports: count });
