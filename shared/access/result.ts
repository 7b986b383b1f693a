import { z } from 'zod';
import { findJson } from '../find-json.ts';
import type { Objects } from '../ports.ts';
import { publishedTable } from '../statistics/index.ts';

/** What came of a request: the files in its folder and the tables they show, or why nothing was counted. */
export const countOutcome = z.union([
  z.object({
    element: z.string(),
    title: z.string(),
    /** What each figure of `byStatus` in the tables counts. */
    statuses: z.array(z.string()),
    /** Whether months that are not final were counted. */
    draft: z.boolean(),
    files: z.array(z.string()),
    tables: z.array(publishedTable),
  }),
  z.object({ refused: z.string() }),
]);
export type CountOutcome = z.infer<typeof countOutcome>;

/** The folder of a request in the work bucket, and the object there that says what came of it, which is written last. */
export function resultOf(request: string): { folder: string; outcome: string } {
  const folder = `statistics/${request}/`;
  return { folder, outcome: `${folder}outcome.json` };
}

/** What came of a request; undefined while it is being counted. */
export function findCountOutcome(
  { objects, workBucket: bucket }: { objects: Objects; workBucket: string },
  request: string,
): Promise<CountOutcome | undefined> {
  return findJson(objects, { bucket, key: resultOf(request).outcome }, countOutcome);
}
