import { z } from 'zod';

/** What names a report; `part` is the arrestee number of a Group B arrest and '' for the other kinds. */
export const reportKey = z.object({ ori: z.string(), number: z.string(), part: z.string(), period: z.string() });

/** A report's content stood at this version and belonged to this period before the event. */
export const previous = z.object({ version: z.int().positive(), period: z.string() });

/** A report was accepted. Its content is not in the payload: it is the event's encrypted federal and state half. */
export const reported = reportKey.extend({
  /** Fingerprint (keyed hash, hex) of both halves without the month: the same content has the same in any month. */
  contentHash: z.string(),
  segments: z.int().positive(),
  /** How many state-only values the state half holds. */
  stateElements: z.int().nonnegative(),
  /** Of the incident (element 3) or the arrest (element 42), YYYYMMDD; a zero report has none. */
  date: z.string().optional(),
});

export const replaced = reported.extend({ previous });

export const deleted = reportKey.extend({ previous });

/** A file of an older period came after a newer state of the report: kept as a fact, without effect. */
export const superseded = reportKey.extend({ contentHash: z.string(), current: previous });

/**
 * What the state asks for came apart from the report, in a supplement: the values are the event's encrypted state half.
 * The report may be on file already or come later.
 */
export const supplied = z.object({
  ori: z.string(),
  number: z.string(),
  /** Fingerprint (keyed hash, hex) of the state half. */
  contentHash: z.string(),
  /** How many state-only values the state half holds. */
  stateElements: z.int().positive(),
});

/**
 * The report is gone by a court's or an official's order: the keys of its content are destroyed. One event for each part
 * and each month in which the part had content, so that every month tells by itself that the report is not in it.
 */
export const expunged = reportKey.extend({
  kind: z.enum(['incident', 'arrest']),
  /** What the order is filed under. */
  order: z.string(),
});

/** As `ReportExpunged`, where all that came under the number were supplements whose report never came. */
export const supplementExpunged = z.object({ ori: z.string(), number: z.string(), order: z.string() });

/**
 * What the FBI found on a report as a transmission had said it. `period` is the month the transmission was of. What a
 * finding quotes of the report is left out.
 */
export const federalFindings = reportKey.extend({
  transmission: z.string(),
  /** The version up to which the transmission spoke of the report, as `ReportsWritten` has it. */
  version: z.int().positive(),
  findings: z
    .array(
      z.object({
        code: z.string(),
        severity: z.enum(['error', 'warning']),
        /** D where it was found on the delete, otherwise I or A. */
        action: z.string(),
        level: z.string(),
        element: z.string(),
        /** Which of its level: victim, offender or arrestee number, offense code, type of property loss. */
        sequence: z.string().optional(),
        /** Record of the file that was sent. */
        record: z.int().positive().optional(),
      }),
    )
    .min(1),
  /** Whether one of them is an error that our edits should have found. */
  gap: z.boolean(),
});

/** Everything else that held the report was dealt with, as one request asked for it. */
export const expungementCompleted = z.object({
  ori: z.string(),
  number: z.string(),
  order: z.string(),
  /** Uploaded files that held the report and hold it no more, those of earlier requests among them. */
  uploads: z.int().nonnegative(),
  /** Findings on the report that were deleted; what an attempt that broke off had deleted before is not counted. */
  findings: z.int().nonnegative(),
  /** Submissions whose file was refused and is of a kind that cannot be searched: a person has to look at them. */
  unsearched: z.array(z.string()),
});
