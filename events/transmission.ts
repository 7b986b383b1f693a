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
  /** The months whose changes it tells; absent from events of before it was kept: then the transmission's own. */
  periods: z.array(z.string()).optional(),
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

/**
 * The FBI has answered a sealed file, and what it says was recorded on the reports. The two files of an answer, and one
 * that was handed in with other content later, are events of their own.
 */
export const transmissionAcknowledged = z.object({
  /** Name of the answer's file, and its hash. */
  answer: z.string(),
  sha256: z.string(),
  dataSet: z.enum(['errors', 'warnings']),
  /** The day on which the FBI processed the file, YYYYMMDD; only error data sets say. */
  processedOn: z.string().optional(),
  errors: count,
  warnings: count,
  /** Reports with an error. */
  refused: count,
  /** Reports with an error that our edits should have found. */
  gaps: count,
  /** Findings on reports, by ORI. */
  agencies: z.record(z.string(), z.object({ errors: count, warnings: count })),
  /** Findings that no report of the file could be found for. */
  unmatched: count,
  /** The first of them, as they name their report; what they quote is left out. */
  unmatchedFindings: z.array(
    z.object({
      record: z.int().optional(),
      ori: z.string(),
      number: z.string(),
      code: z.string(),
      severity: z.enum(['error', 'warning']),
    }),
  ),
});

/** What was handed in as an answer is none that can be taken; nothing of it was recorded. */
export const answerRefused = z.object({
  answer: z.string(),
  sha256: z.string(),
  reason: z.string(),
  message: z.string(),
  hint: z.string(),
  /** The line at fault, where there is one. */
  record: z.int().positive().optional(),
});

/** A person stopped a sealed transmission from being forwarded; who it was is the event's `by`. */
export const transmissionHeld = z.object({ reason: z.string() });

/** A person let a held transmission go on. */
export const transmissionReleased = z.object({ reason: z.string() });

/** Forwarding begins: from now on it may have arrived. `method` is how, as the forwarder calls itself. */
export const forwardingStarted = z.object({ method: z.string() });

/** It was handed over to the FBI, or to whoever takes it there. `reference` is what the receiver calls it. */
export const transmissionForwarded = z.object({ method: z.string(), reference: z.string() });
