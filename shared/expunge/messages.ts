import { z } from 'zod';
import { oriPattern } from '../nibrs/model/index.ts';

/** On `expungements.fifo`, all of them one group: an order has the reports of a number expunged. */
export const expungeReport = z.object({
  ori: z.string().regex(oriPattern),
  number: z.string().min(1),
  /** What the order is filed under. */
  order: z.string().min(1),
  /** Who carries it out. */
  by: z.string().min(1),
  request: z.string().min(1),
});
export type ExpungeReport = z.infer<typeof expungeReport>;
