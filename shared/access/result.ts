import { z } from 'zod';
import { publishedTable } from '../statistics/index.ts';

/** What came of a request: the files in its folder and the tables they show, or why nothing was counted. */
export const countOutcome = z.union([
  z.object({ files: z.array(z.string()), tables: z.array(publishedTable) }),
  z.object({ refused: z.string() }),
]);
export type CountOutcome = z.infer<typeof countOutcome>;

/** The folder of a request in the work bucket, and the object there that says what came of it, which is written last. */
export function resultOf(request: string): { folder: string; outcome: string } {
  const folder = `statistics/${request}/`;
  return { folder, outcome: `${folder}outcome.json` };
}
