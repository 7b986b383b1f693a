import { z } from 'zod';
import { oriPattern, periodPattern } from '../nibrs/model/index.ts';

const request = z.string().regex(/^[\w-]+$/);
const agencyMonths = { ori: z.string().regex(oriPattern), periods: z.array(z.string().regex(periodPattern)).min(1) };

/** On `projections.fifo`: make every projection anew from the ledger; or a share of that work, which follows from it. */
export const rebuildProjections = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all'), request }),
  /** Look through one segment of the ledger for agencies and their months. */
  z.object({ kind: z.literal('segment'), request, segment: z.int().nonnegative() }),
  /** Group = ORI, so that an agency is never rebuilt twice at a time. */
  z.object({ kind: z.literal('agency'), request, ...agencyMonths }),
]);
export type RebuildProjections = z.infer<typeof rebuildProjections>;

/** What a segment of the ledger has: months by ORI. Beside the results, in the work bucket. */
export const segmentMonths = z.record(z.string(), z.array(z.string()));
export type SegmentMonths = z.infer<typeof segmentMonths>;

/** What became of an agency's projections. */
export const rebuiltAgency = z.object({
  ori: z.string(),
  months: z.int().nonnegative(),
  /** Reports of these months, and reports that the FBI was told of. */
  entries: z.int().nonnegative(),
  held: z.int().nonnegative(),
  unsent: z.int().nonnegative(),
  /** Items that were missing, wrong or too many. */
  changed: z.int().nonnegative(),
});
export type RebuiltAgency = z.infer<typeof rebuiltAgency>;
