import { z } from 'zod';
import { compareText } from '../compare.ts';
import { CorruptDataError } from '../errors.ts';

/**
 * One value of one element. `sequence` tells who or what of the report it describes, absent for the incident;
 * `occurrence` in which of its places it stands, from 1, absent for an element that has one place.
 */
const stateValue = z.strictObject({
  element: z.string(),
  sequence: z.string().optional(),
  occurrence: z.int().min(1).optional(),
  value: z.string(),
});
export type StateValue = z.infer<typeof stateValue>;

/** The state half of a report: what a state profile, and not the FBI, defines. It is stored encrypted, by itself. */
export const stateHalf = z.strictObject({
  /** State and version of the profile under which it was read. */
  profile: z.string(),
  version: z.string(),
  values: z.array(stateValue).min(1),
});
export type StateHalf = z.infer<typeof stateHalf>;

/** The half that `stateHalfText` wrote. Throws `CorruptDataError` for any other text, without a word of what it says. */
export function parseStateHalf(text: string): StateHalf {
  const parsed = stateHalf.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new CorruptDataError('A stored state half does not have its shape: restore its event from a backup');
}

/** The parser's own messages quote what they read, which must not reach a log. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The half as JSON, the same text for the same values in whatever order they were reported. */
export function stateHalfText({ profile, version, values }: StateHalf): string {
  return JSON.stringify({ profile, version, values: sorted(values) });
}

/** What the half says, whatever version of the profile it was read under: for telling one content from another. */
export function stateContentOf({ values }: StateHalf): string {
  return JSON.stringify(sorted(values));
}

function sorted(values: readonly StateValue[]): StateValue[] {
  return values
    .map(({ element, sequence, occurrence, value }) => ({ element, sequence, occurrence, value }))
    .sort(
      (a, b) =>
        compareText(a.element, b.element) ||
        compareText(a.sequence ?? '', b.sequence ?? '') ||
        (a.occurrence ?? 1) - (b.occurrence ?? 1),
    );
}

/** How many state-only values a report holds. */
export function countElements(half: StateHalf | undefined): number {
  return half?.values.length ?? 0;
}
