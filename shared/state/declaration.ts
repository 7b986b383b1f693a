import { z } from 'zod';
import { periodPattern } from '../nibrs/model/index.ts';

/**
 * A state's own elements, declared. From a declaration follow the layout of the state segments, what is checked, what
 * is stored in the state half of a report and what is stripped before a file goes to the FBI. Nothing about a state is
 * written anywhere else.
 */

/** A closed list. Every code has the same width, which is the width of the field. */
const codeList = z.strictObject({
  kind: z.literal('codes'),
  /** Code → meaning. */
  codes: z.record(z.string().regex(/^[A-Z0-9]+$/), z.string().min(1)),
  /** The code for "not determined". It is always valid, whatever else the report says. */
  notDetermined: z.string().optional(),
});

/** A decimal number within a range, written with a point and at most `decimals` digits after it. */
const decimal = z.strictObject({
  kind: z.literal('decimal'),
  minimum: z.number(),
  maximum: z.number(),
  decimals: z.int().min(1).max(8),
});

const format = z.discriminatedUnion('kind', [codeList, decimal]);
export type Format = z.infer<typeof format>;

const obligation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('optional') }),
  /** Every described incident or person has it; `missing` says whether a report without it is refused or only told so. */
  z.strictObject({ kind: z.literal('mandatory'), missing: z.enum(['error', 'warning']) }),
  /** It must stand beside the element named, when that one is given. */
  z.strictObject({ kind: z.literal('conditional'), with: z.string() }),
]);

/** What an element, and a segment, can describe. */
const described = z.enum(['incident', 'arrestee']);
export type Described = z.infer<typeof described>;

const element = z.strictObject({
  /** State code, hyphen, number: `MO-1`. */
  id: z.string().regex(/^[A-Z]{2}-\d+$/),
  title: z.string().min(1),
  definition: z.string().min(1),
  describes: described,
  /** Persons whom the element may never describe, whatever carries it. */
  prohibited: z.array(z.enum(['victim', 'witness', 'offender'])),
  format,
  obligation,
  legalAuthority: z.string().min(1),
  /** Restricted values are for a named role only and never published one by one. */
  sensitivity: z.enum(['public', 'restricted']),
  /** How an agency may send it. */
  carriers: z.array(z.enum(['segment', 'supplement', 'augmentation'])).min(1),
});
export type StateElement = z.infer<typeof element>;

const segment = z.strictObject({
  /** One character which is not a level of the FBI. */
  level: z.string().regex(/^[A-Z89]$/),
  title: z.string().min(1),
  describes: described,
  /** Ids of its elements, in the order of the fields. */
  elements: z.array(z.string()).min(1),
});
export type StateSegment = z.infer<typeof segment>;

/** Everything one state adds to NIBRS. Parse a declaration with it: a contradiction in one is a `ZodError`. */
export const stateProfile = z
  .strictObject({
    /** Two letters, as the ORIs of the state begin. */
    state: z.string().regex(/^[A-Z]{2}$/),
    title: z.string().min(1),
    version: z.string().min(1),
    /** Mandatory elements are expected in reports submitted for this month and later, `YYYY-MM`. */
    effective: z.string().regex(periodPattern),
    elements: z.array(element),
    segments: z.array(segment),
  })
  .superRefine((profile, context) => {
    for (const message of contradictions(profile)) context.addIssue({ code: 'custom', message });
  });
export type StateProfile = z.infer<typeof stateProfile>;

interface Declared {
  state: string;
  elements: StateElement[];
  segments: StateSegment[];
}

/** What no single part of a declaration can see. */
function contradictions(profile: Declared): string[] {
  return [
    ...repeatedIn(
      'element',
      profile.elements.map((each) => each.id),
    ),
    ...repeatedIn(
      'segment level',
      profile.segments.map((each) => each.level),
    ),
    ...repeatedIn(
      'field of a segment',
      profile.segments.flatMap((each) => each.elements),
    ),
    ...profile.elements.flatMap((each) => elementContradictions(each, profile)),
    ...profile.segments.flatMap((each) => segmentContradictions(each, profile)),
  ];
}

function repeatedIn(what: string, names: readonly string[]): string[] {
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => `${name}: declared twice as ${what}`);
}

function elementContradictions({ id, format, obligation, sensitivity, carriers }: StateElement, profile: Declared) {
  const found: string[] = [];
  if (!id.startsWith(`${profile.state}-`)) found.push(`${id}: an element's id begins with the state's code`);
  const inSegment = profile.segments.some((each) => each.elements.includes(id));
  if (inSegment !== carriers.includes('segment')) found.push(`${id}: carrier "segment" and the segments disagree`);
  if (obligation.kind === 'conditional' && !profile.elements.some((each) => each.id === obligation.with)) {
    found.push(`${id}: depends on ${obligation.with}, which is not declared`);
  }
  if (format.kind === 'decimal') {
    if (format.minimum >= format.maximum) found.push(`${id}: its range is empty`);
    return found;
  }
  const widths = new Set(Object.keys(format.codes).map((code) => code.length));
  if (widths.size !== 1) found.push(`${id}: codes must exist and be of one width`);
  if (format.notDetermined !== undefined && !Object.hasOwn(format.codes, format.notDetermined)) {
    found.push(`${id}: its code for "not determined" is not on its list`);
  }
  if (sensitivity === 'restricted' && format.notDetermined === undefined) {
    found.push(`${id}: a restricted element needs a code for "not determined"`);
  }
  return found;
}

function segmentContradictions({ level, describes, elements }: StateSegment, profile: Declared): string[] {
  return elements.flatMap((id) => {
    const declared = profile.elements.find((each) => each.id === id);
    if (!declared) return [`segment ${level}: ${id} is not declared`];
    return declared.describes === describes ? [] : [`segment ${level}: ${id} does not describe the ${describes}`];
  });
}

/** The element of an id. Throws `RangeError` for an id which the profile does not declare. */
export function elementOf(profile: StateProfile, id: string): StateElement {
  const element = profile.elements.find((each) => each.id === id);
  if (!element) throw new RangeError(`${id} is not an element of profile ${profile.state}`);
  return element;
}
