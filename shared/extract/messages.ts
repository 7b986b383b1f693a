import { z } from 'zod';
import { oriPattern, periodPattern } from '../nibrs/model/index.ts';

/**
 * On `transmissions`: build and seal a file of what the FBI does not have of a period and earlier ones, or, in full, all
 * of the period once more; of one agency, or of all.
 */
export const startTransmission = z.object({
  period: z.string().regex(periodPattern),
  by: z.string(),
  request: z.string(),
  mode: z.enum(['delta', 'full']).default('delta'),
  ori: z.string().regex(oriPattern).optional(),
});
export type StartTransmission = z.input<typeof startTransmission>;

/** On `parts`: write one agency's share. */
export const buildPart = z.object({ transmission: z.string(), period: z.string(), ori: z.string() });
export type BuildPart = z.infer<typeof buildPart>;

/** On `seals`: all parts are there; assemble, check, seal. */
export const sealTransmission = z.object({ transmission: z.string() });
export type SealTransmission = z.infer<typeof sealTransmission>;

/**
 * What became of one report (stream and part) in a month: the version of its newest event there and whether that left
 * it present. Absolute, so that repeating it or getting it late does no harm.
 */
export const monthEntry = z.object({
  stream: z.string(),
  part: z.string(),
  version: z.int().positive(),
  status: z.enum(['present', 'deleted']),
});
export type MonthEntry = z.infer<typeof monthEntry>;

/** On `months.fifo`, group = ORI: these reports of an agency's period changed. */
export const monthNotice = z.object({
  ori: z.string(),
  period: z.string(),
  submission: z.string(),
  changed: z.array(monthEntry).min(1),
});
export type MonthNotice = z.infer<typeof monthNotice>;
