import { z } from 'zod';
import { oriPattern, periodPattern } from '../nibrs/model/index.ts';

const oneLine = z
  .string()
  .trim()
  .regex(/^\P{Cc}*$/u, 'Write it on one line.');
/** Who asks and why: on record in the clear, so a case or an order is named and no person but the reader. */
const reader = oneLine.min(1, 'Say who asks.').max(200);
const reason = oneLine.min(1, 'Say why: without a reason nothing is read.').max(200);

/** To `read-elements`: show the state elements of a report as it stands. */
export const readElements = z.object({
  ori: z.string().regex(oriPattern),
  /** Incident number, or arrest transaction number of a Group B arrest. */
  number: z.string().min(1).max(12),
  reader,
  reason,
});
export type ReadElements = z.infer<typeof readElements>;

/** One value of one element, with what it takes to understand it. */
export const shownElement = z.object({
  /** The part of the report: the arrestee's number of a Group B arrest, '' for an incident. */
  part: z.string(),
  element: z.string(),
  title: z.string(),
  sequence: z.string().optional(),
  occurrence: z.int().optional(),
  value: z.string(),
  /** Of a code. */
  meaning: z.string().optional(),
  /** When the value was recorded, ISO 8601. */
  at: z.string(),
  submission: z.string().optional(),
});
export type ShownElement = z.infer<typeof shownElement>;

/** From `read-elements`: what is on file, and how many values are past their retention; or why nothing is told. */
export const readReply = z.union([
  z.object({ elements: z.array(shownElement), expired: z.int().nonnegative() }),
  z.object({ refused: z.string() }),
]);
export type ReadReply = z.infer<typeof readReply>;

const period = z.string().regex(periodPattern);

/** On `statistics`: count the arrests of these months, first and last included, by what one element says. */
export const countArrests = z
  .object({
    element: z.string(),
    from: period,
    to: period,
    /** Whether months that are not final may be counted; what comes of it says so. */
    draft: z.boolean(),
    by: reader,
    reason,
    /** Names the folder in the work bucket where the result goes. */
    request: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  })
  .refine(({ from, to }) => from <= to, 'The months are the wrong way round.');
export type CountArrests = z.infer<typeof countArrests>;
