import { z } from 'zod';
import { oriPattern, periodPattern } from '../../nibrs/model/index.ts';

/** Fields that many routes have. */

export const ori = z
  .string()
  .regex(oriPattern, 'An ORI is nine capital letters and digits.')
  .meta({ id: 'Ori', description: 'An agency, by its ORI', example: 'MO0110100' });

export const period = z
  .string()
  .regex(periodPattern, 'A month is written YYYY-MM.')
  .meta({ id: 'Period', description: 'A month of submission', example: '2026-10' });

export const time = z.iso.datetime().meta({ id: 'Time', description: 'A time, UTC' });

export const submissionId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'The id of a submission is 32 hexadecimal digits.')
  .meta({ id: 'SubmissionId' });

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'A SHA-256 is 64 hexadecimal digits, small letters.')
  .meta({ id: 'Sha256' });

export const count = z.int().nonnegative();

/** Incident number, arrest transaction number, or the month of a zero report. */
export const reportNumber = z.string().min(1).max(12).meta({ id: 'ReportNumber' });

/** Why a person does something; on record in the clear, so it names no person. */
export const reason = z
  .string()
  .trim()
  .min(1, 'Say why.')
  .max(500)
  // What changes the direction of writing would change how all beside it reads.
  .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u, 'Write it on one line, without control characters.')
  .meta({ id: 'Reason', description: 'Why; it is on record in the clear, so name no person' });

/** Where a list goes on, as its page before has said. */
export const cursor = z.string().max(2_000).optional();

/** How many items a page has at most. */
export function limit(most: number, usual: number) {
  return z
    .string()
    .regex(/^\d{1,5}$/, 'A limit is a whole number.')
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .optional()
    .transform((given) => given ?? usual);
}

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    /** What to give as `cursor` for the page after this one; `null` when this is the last. */
    next: z.string().nullable(),
  });
}

/** A link to a file, good for a few minutes and for anybody who has it. */
export const download = z
  .object({ url: z.url(), fileName: z.string(), expires: time })
  .meta({ id: 'Download', description: 'A link to a file, good for a few minutes' });
