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
