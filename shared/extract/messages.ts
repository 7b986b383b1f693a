import { z } from 'zod';

/** On `transmissions`: build and seal the file of a period. */
export const startTransmission = z.object({
  period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  by: z.string(),
  request: z.string(),
});
export type StartTransmission = z.infer<typeof startTransmission>;

/** On `parts`: write one agency's share. */
export const buildPart = z.object({ transmission: z.string(), period: z.string(), ori: z.string() });
export type BuildPart = z.infer<typeof buildPart>;

/** On `seals`: all parts are there; assemble, check, seal. */
export const sealTransmission = z.object({ transmission: z.string() });
export type SealTransmission = z.infer<typeof sealTransmission>;
