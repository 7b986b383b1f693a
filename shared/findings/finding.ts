import { z } from 'zod';
import type { Finding } from '../nibrs/finding.ts';

/** A finding as it is stored, and as the API gives it. */
export const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  record: z.int().optional(),
  segment: z.string(),
  ori: z.string(),
  report: z.string(),
  sequence: z.string().optional(),
  element: z.string(),
  elementName: z.string(),
  /** Never of a state-only element. */
  value: z.string().optional(),
  /** First and last column in the record, from 1. */
  columns: z.tuple([z.int(), z.int()]).readonly().optional(),
  message: z.string(),
  hint: z.string(),
}) satisfies z.ZodType<Finding>;
