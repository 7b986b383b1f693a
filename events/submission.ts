import { z } from 'zod';

const count = z.int().nonnegative();

/** What became of reports and records, and what was found; added up from chunk to submission. */
export const tally = z.object({
  records: count,
  reports: count,
  accepted: count,
  rejected: count,
  /** Same content as on file: nothing to do. Counted in `accepted` too. */
  unchanged: count,
  /** Older than what is on file. Counted in `accepted` too. */
  superseded: count,
  acceptedRecords: count,
  rejectedRecords: count,
  errors: count,
  warnings: count,
  /** State-only values stored in state halves. */
  stateElements: count,
  /** How often each code was found. */
  findingsByCode: z.record(z.string(), count),
  /**
   * By the id of an element: of how many persons or things in the accepted reports it could be told, and of how many it
   * is. Absent where no state elements are collected, and from events of before it was counted.
   */
  elements: z.record(z.string(), z.object({ subjects: count, given: count })).optional(),
});
export type Tally = z.infer<typeof tally>;

/** Somebody has said that a file will come, and was told where to put it. */
export const submissionOpened = z.object({
  fileName: z.string(),
  bytes: count,
  sha256: z.string(),
  /** In whose name: the ORI of an agency, or that of the state program. */
  agency: z.string(),
  /** Where the file is to come. */
  key: z.string(),
  /** Of a file that comes in parts: what S3 calls their upload. */
  uploadId: z.string().optional(),
  /** The ORIs whose reports the uploader may file; without it, all. */
  oris: z.array(z.string()).optional(),
});

export const submissionReceived = z.object({
  bucket: z.string(),
  key: z.string(),
  versionId: z.string().optional(),
  fileName: z.string(),
  bytes: count,
  sha256: z.string(),
});

/** The frame is sound; the file was cut into chunks of one agency each. */
export const submissionSplit = z.object({
  period: z.string(),
  records: count,
  reports: count,
  agencies: z.array(z.string()),
  /** Those of `agencies` whose reports the uploader may not file: all of these are rejected. */
  foreign: z.array(z.string()).optional(),
  chunks: z.int().positive(),
  /** The file is a supplement: it has no reports, and belongs to no month. */
  supplement: z.literal(true).optional(),
});

export const chunkProcessed = z.object({
  chunk: z.int().nonnegative(),
  ori: z.string(),
  /**
   * Month of the file, as in `SubmissionSplit`; absent for a supplement, for an agency whose reports the uploader may not
   * file, and from events of before it was kept.
   */
  period: z.string().optional(),
  tally,
  findingsKey: z.string().optional(),
  /** The reports that were rejected, so that it can be told which of them are put right later. */
  rejected: z
    .array(
      z.object({
        kind: z.enum(['incident', 'arrest', 'zero']),
        /** As in the report's stream; '' where what stands there cannot be a number. */
        number: z.string(),
        part: z.string(),
        /** Its first record in the file. */
        record: z.int().positive(),
        /** It was a delete. */
        deletes: z.boolean(),
      }),
    )
    .optional(),
});

export const submissionCompleted = z.object({ tally });

/** The file as a whole was refused; none of it was filed. */
export const submissionRefused = z.object({
  reason: z.string(),
  message: z.string(),
  hint: z.string(),
  record: z.int().positive().optional(),
  records: count,
});

/**
 * A report is taken out of the uploaded file by an order: its lines are blank, and every other byte is where it was. The
 * file as it was is gone, its hash stays on record.
 */
export const uploadRedacted = z.object({
  ori: z.string(),
  number: z.string(),
  order: z.string(),
  /** Of the file as it is now. */
  sha256: z.string(),
  /** How many records were taken out. */
  records: z.int().positive(),
});
