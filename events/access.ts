import { z } from 'zod';

/** Somebody who may read state elements read those of a report; what they said is in no event. */
export const stateElementsRead = z.object({
  reader: z.string(),
  reason: z.string(),
  ori: z.string(),
  number: z.string(),
  /** Ids of the elements that were shown. */
  elements: z.array(z.string()),
});

/** State halves were opened to count what is published; nobody saw one of them. */
export const stateElementsCounted = z.object({
  reader: z.string(),
  reason: z.string(),
  element: z.string(),
  period: z.string(),
  /** Of how many reports the state half was opened. */
  reports: z.int().nonnegative(),
});
