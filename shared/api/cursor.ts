import type { z } from 'zod';
import { InvalidRequestError } from './problem.ts';

/** A place in a list as text that callers give back and need not understand; `null` where the list ends. */
export function cursorOf(place: unknown): string | null {
  return place === undefined ? null : Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that `cursorOf` made this text of. Throws `InvalidRequestError` for a text that it did not make. */
export function placeIn<Place>(cursor: string | undefined, schema: z.ZodType<Place>): Place | undefined {
  if (cursor === undefined) return undefined;
  const parsed = schema.safeParse(parse(cursor));
  if (parsed.success) return parsed.data;
  throw new InvalidRequestError([
    {
      code: 'custom',
      path: ['query', 'cursor'],
      message: 'It is not a cursor of this list. Leave it out to begin anew.',
      input: undefined,
    },
  ]);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
