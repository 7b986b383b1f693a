import { z } from 'zod';

/** On `forwards.fifo`, all in one group: hand a sealed transmission over. */
export const forwardTransmission = z.object({
  transmission: z.string(),
  /** Who asks. */
  by: z.string().min(1),
  request: z.string(),
});
export type ForwardTransmission = z.infer<typeof forwardTransmission>;

/** The group of every message: files reach the FBI one by one, in the order they were asked for. */
export const forwardsGroup = 'forwards';
