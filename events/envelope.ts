import { z } from 'zod';

/** Why an event exists: which record of which submission, and the fingerprint of the records it came from. */
export const causeSchema = z.object({
  submission: z.string().optional(),
  /** First record of the report in the submission's file, from 1. */
  record: z.int().positive().optional(),
  /** Fingerprint (keyed hash, hex) of the report's records as they came. */
  source: z.string().optional(),
  /** A command that did not come from a file: a request id, a schedule's name. */
  request: z.string().optional(),
});
export type Cause = z.infer<typeof causeSchema>;

/** What every stored event carries beside its payload. */
export const envelopeSchema = z.object({
  stream: z.string(),
  /** Place in the stream, from 1, without gaps. */
  version: z.int().positive(),
  type: z.string(),
  /** Version of the payload's schema. */
  v: z.int().positive(),
  /** When it was recorded, ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** Who caused it: a function, a person, an agency. */
  by: z.string(),
  cause: causeSchema,
  /** The key under which an index lists it: of a report, the month it belongs to (`ORI#YYYY-MM`); see `streams.ts`. */
  agencyPeriod: z.string().optional(),
  data: z.unknown(),
});
export type Envelope = z.infer<typeof envelopeSchema>;
