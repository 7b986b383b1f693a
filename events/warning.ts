import { z } from 'zod';

/** Somebody looked at a warning and settled it, or opened it again. */
export const warningSettled = z.object({
  /** The finding's id within its submission. */
  finding: z.string(),
  /** Cleared: seen and put right. Dismissed: seen and right as it is. */
  as: z.enum(['cleared', 'dismissed', 'open']),
  /** Stands in the clear for ever: it names no person. */
  reason: z.string(),
});
