import { z } from 'zod';
import { periodPattern } from '../nibrs/model/index.ts';

/**
 * A state's own elements, declared. From a declaration follow the layout of the state segments, what is checked, what
 * is stored in the state half of a report and what is stripped before a file goes to the FBI. Nothing about a state is
 * written anywhere else.
 */

/** What an element, and a segment, can describe; `pair` is one victim with one offender. */
const described = z.enum(['incident', 'offense', 'property', 'victim', 'offender', 'pair', 'arrestee']);
export type Described = z.infer<typeof described>;

const period = z.string().regex(periodPattern);

const format = z.discriminatedUnion('kind', [
  /** A closed list. Every code has the same width, which is the width of the field. */
  z.strictObject({
    kind: z.literal('codes'),
    /** Code → meaning. */
    codes: z.record(z.string().regex(/^[A-Z0-9]+$/), z.string().min(1)),
    /** The code for "not determined". It is always valid, whatever else the report says. */
    notDetermined: z.string().optional(),
  }),
  /** A decimal number within a range, written with a point and at most `decimals` digits after it. */
  z.strictObject({
    kind: z.literal('decimal'),
    minimum: z.number(),
    maximum: z.number(),
    decimals: z.int().min(1).max(8),
  }),
  /** A number of so many digits, with leading zeros; the last `impliedDecimals` of them stand behind an unwritten point. */
  z.strictObject({
    kind: z.literal('whole'),
    digits: z.int().min(1).max(15),
    minimum: z.int().min(0).default(0),
    /** All nines when it is absent. */
    maximum: z.int().optional(),
    impliedDecimals: z.int().min(0).default(0),
  }),
  /** A day of the calendar, YYYYMMDD. */
  z.strictObject({ kind: z.literal('date') }),
  /** Up to so many characters of Latin-1. */
  z.strictObject({ kind: z.literal('text'), length: z.int().min(1).max(80) }),
]);
export type Format = z.infer<typeof format>;

/** What a report owes of an element: it must have it, may have it, or must not have it. */
const duty = z.enum(['mandatory', 'optional', 'prohibited']);
export type Duty = z.infer<typeof duty>;

/**
 * What an obligation can depend on. `segment sent`: any other element of the same segment is given. Otherwise an element
 * of the profile (`MO-3`), or of the FBI by its number (`35`), is given, or has one of the values listed. An element of
 * the FBI is looked for in the segments of what is described, that of an incident in all segments of the report.
 */
const condition = z.union([
  z.literal('segment sent'),
  z.strictObject({ element: z.string(), is: z.array(z.string()).min(1).optional() }),
]);
export type Condition = z.infer<typeof condition>;

/** Whether a report that lacks a mandatory element is refused, or only told so. */
const missing = z.enum(['error', 'warning']);

/** An obligation holds from the month on in which its element is in effect. Before that every element is optional. */
const obligation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('optional') }),
  z.strictObject({ kind: z.literal('mandatory'), missing: missing.default('error') }),
  /** Not to be reported by anybody, such as an element that the state has given up. */
  z.strictObject({ kind: z.literal('prohibited') }),
  z.strictObject({
    kind: z.literal('conditional'),
    when: condition,
    duty,
    /** What holds where the condition does not. */
    otherwise: duty.default('optional'),
    missing: missing.default('error'),
  }),
]);
export type Obligation = z.infer<typeof obligation>;

/**
 * Where an element stands in the state segments: on which level, and for a published layout the position, 1-based. An
 * element with `times` has so many places, `every` so many positions; elements of one segment which repeat with the same
 * `times` and `every` belong together place by place.
 */
const placement = z.strictObject({
  level: z.string(),
  at: z.int().min(38).optional(),
  times: z.int().min(2).max(99).optional(),
  every: z.int().min(1).optional(),
});

const element = z.strictObject({
  /** State code, hyphen, the state's own number: `MO-1`. */
  id: z.string().regex(/^[A-Z]{2}-[A-Z0-9]+$/),
  title: z.string().min(1),
  definition: z.string().min(1),
  describes: described,
  /** Persons whom the element may never describe, whatever carries it. */
  prohibited: z.array(z.enum(['victim', 'witness', 'offender', 'arrestee'])).default([]),
  format,
  obligation,
  /** The obligation holds in reports submitted for this month and later; that of the profile when it is absent. */
  effective: period.optional(),
  legalAuthority: z.string().min(1),
  /**
   * Personal values are never published one by one. Restricted ones are for a named role only as well: nothing that is
   * told of a report may depend on them, and "not determined" is always one of them.
   */
  sensitivity: z.enum(['public', 'personal', 'restricted']),
  /** How long values are kept. */
  retention: z.union([z.literal('as the report'), z.strictObject({ months: z.int().min(1) })]).default('as the report'),
  /** What may be published of it; counts below the smallest cell are suppressed. */
  publicRelease: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('never') }),
      z.strictObject({ kind: z.literal('counts'), smallestCell: z.int().min(2) }),
      z.strictObject({ kind: z.literal('as is') }),
    ])
    .default({ kind: 'never' }),
  /** How an agency may send it. */
  carriers: z
    .strictObject({
      segment: placement.optional(),
      supplement: z.literal(true).optional(),
      augmentation: z.literal(true).optional(),
    })
    .default({}),
  /**
   * In place of carriers: the element stands in a field of the FBI's, by the number of the FBI's element, as codes which
   * the FBI does not have. The state half keeps the code as it was sent, the federal half gets the FBI's.
   */
  mapping: z
    .strictObject({
      element: z.string(),
      /** The state's code → the FBI's. Codes that mean the same to both need no entry. */
      codes: z.record(z.string(), z.string()),
    })
    .optional(),
});
export type StateElement = z.infer<typeof element>;
/** An element as a profile writes it, without what has a default. */
export type ElementDeclaration = z.input<typeof element>;

const segment = z.strictObject({
  /** One character which is not a level of the FBI. */
  level: z.string().regex(/^[A-Z89]$/),
  title: z.string().min(1),
  describes: described,
  /** Length of a published layout, whose elements say where they stand. Without it the layout is computed. */
  length: z.int().min(38).max(9999).optional(),
  /** Where the number of who or what is described begins. */
  subjectAt: z.int().min(38).default(38),
});
export type StateSegment = z.infer<typeof segment>;

/** One version of a profile, and what it changed, in sentences for those who send files. */
const change = z.strictObject({
  version: z.string().min(1),
  /** The day on which it was published. */
  date: z.iso.date(),
  changes: z.array(z.string().min(1)).min(1),
});

/** Everything one state adds to NIBRS; `stateProfile` checks besides that it does not contradict itself. */
export const profileShape = z.strictObject({
  /** Two letters, as the ORIs of the state begin. */
  state: z.string().regex(/^[A-Z]{2}$/),
  title: z.string().min(1),
  /** Stored values name it, so a profile is never changed without another one. */
  version: z.string().min(1),
  /** All versions so far, the newest first: the last one published is this profile. */
  history: z.array(change).min(1),
  /** From this month of submission on the obligations hold, `YYYY-MM`, unless an element says otherwise. */
  effective: period,
  elements: z.array(element),
  segments: z.array(segment),
});
export type StateProfile = z.infer<typeof profileShape>;
