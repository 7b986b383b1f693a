import type { Described, Format, StateElement, StateProfile } from '../state/declaration.ts';
import { kinds } from '../state/described.ts';
import { describeFormat } from '../state/format.ts';
import type { StateValue } from '../state/index.ts';
import { patternOf } from './pattern.ts';
import { placesIn } from './places.ts';
import type { Sample } from './sample.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/**
 * JSON Schema (2020-12) of the state's values of one report: for the incident its elements by id, for each kind of person
 * and thing one object a number. It knows the form of values; what a report owes depends on more than the values.
 */
export function jsonSchema(profile: StateProfile, good: readonly Sample[]): JsonObject {
  const kindsUsed = [...new Set(profile.elements.map(({ describes }) => describes))];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: profile.title,
    description: `Version ${profile.version}. The state's values of one report. Obligations, and the range of numbers, are not in this schema: the specification has them.`,
    type: 'object',
    properties: Object.fromEntries(kindsUsed.map((describes) => [describes, kindSchema(profile, describes)])),
    additionalProperties: false,
    examples: good.slice(0, 1).map(({ values }) => valuesBySubject(profile, values)),
  };
}

/** The values as the schema has them. */
export function valuesBySubject(profile: StateProfile, values: readonly StateValue[]): JsonObject {
  const result: Record<string, JsonObject> = {};
  const byElement = Map.groupBy(values, ({ element }) => element);
  for (const { id, describes } of profile.elements) {
    const bySequence = Map.groupBy(byElement.get(id) ?? [], ({ sequence }) => sequence);
    for (const [sequence, own] of bySequence) {
      const found = own[0]?.occurrence === undefined ? (own[0]?.value ?? null) : placesOf(own);
      const kind = result[describes] ?? {};
      const added = { [id]: found };
      result[describes] =
        sequence === undefined
          ? { ...kind, ...added }
          : { ...kind, [sequence]: { ...(kind[sequence] as JsonObject | undefined), ...added } };
    }
  }
  return result;
}

/** The values of a repeated element, `null` where a place is blank. */
function placesOf(values: readonly StateValue[]): (string | null)[] {
  const last = Math.max(...values.map(({ occurrence = 1 }) => occurrence));
  return Array.from(
    { length: last },
    (_, index) => values.find(({ occurrence }) => occurrence === index + 1)?.value ?? null,
  );
}

function kindSchema(profile: StateProfile, describes: Described): JsonObject {
  const elements = profile.elements.filter((element) => element.describes === describes);
  const values = {
    type: 'object',
    properties: Object.fromEntries(elements.map((element) => [element.id, elementSchema(profile, element)])),
    additionalProperties: false,
  };
  const { keys } = kinds[describes];
  if (keys.length === 0) return values;
  const sequence = keys.map(({ length }) => `[0-9A-Z]{${length}}`).join('/');
  return {
    description: `By ${keys.map(({ label, element }) => `${label} (the FBI's element ${element})`).join(', a slash, and ')}.`,
    type: 'object',
    patternProperties: { [`^${sequence}$`]: values },
    additionalProperties: false,
  };
}

function elementSchema(profile: StateProfile, element: StateElement): JsonObject {
  const { title, definition, format } = element;
  const about = { title, description: `${definition} ${describeFormat(format)}` };
  const places = placesIn(profile, element);
  if (places === 1) return { ...about, ...valueSchema(format) };
  const items = { oneOf: [valueSchema(format), { type: 'null' }] };
  return { ...about, type: 'array', items, minItems: 1, maxItems: places };
}

function valueSchema(format: Format): JsonObject {
  switch (format.kind) {
    case 'codes':
      return {
        oneOf: Object.entries(format.codes).map(([code, description]) => ({ const: code, description })),
      };
    case 'decimal':
    case 'whole':
    case 'date':
      return { type: 'string', pattern: `^${patternOf(format)}$` };
    case 'text':
      return { type: 'string', maxLength: format.length, pattern: '^[!-~\u00a1-\u00ff][ -~\u00a0-\u00ff]*$' };
  }
}
