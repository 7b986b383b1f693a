import { type FieldLayout, field, incidentHeader } from '../nibrs/flatfile/layout.ts';
import type { StateElement, StateProfile, StateSegment } from './declaration.ts';
import { kinds } from './described.ts';
import { widthOf } from './format.ts';
import { perProfile } from './per-profile.ts';

/** Where an element of a state stands. Its name is the element's id. */
export interface StateField extends FieldLayout {
  readonly declared: StateElement;
}

/** Where the elements of one state segment stand. Always computed from the declaration. */
export interface StateSegmentLayout {
  readonly segment: StateSegment;
  /** Length of the line, which positions 1–4 repeat. */
  readonly length: number;
  /** Positions 1–37, as on every segment of levels 1–6. */
  readonly head: readonly FieldLayout[];
  /** The numbers that tell whom or what of the report the segment describes; none where it describes the incident. */
  readonly subject: readonly FieldLayout[];
  /** One field an element, in the order of the declaration. */
  readonly fields: readonly StateField[];
}

/** The layouts of a profile's segments, in the order of their declaration. */
export const stateLayouts: (profile: StateProfile) => readonly StateSegmentLayout[] = perProfile(computeLayouts);

/** The same without what is remembered of a profile, for one that is still being checked. */
export function computeLayouts({ segments, elements }: Pick<StateProfile, 'segments' | 'elements'>) {
  return segments.map((segment) => layoutOf(segment, elements));
}

/** The level characters which a profile adds to the FBI's; none without a profile. */
export function stateLevels(profile?: StateProfile): ReadonlySet<string> {
  return new Set(profile?.segments.map((segment) => segment.level));
}

/** True when two repeated elements belong together place by place. */
export function areGrouped(one: FieldLayout, other: FieldLayout): boolean {
  return one.count > 1 && one.count === other.count && one.stride === other.stride && one.stride > one.length;
}

/** The place of one occurrence, from 1, of a repeated element. */
export function occurrenceOf<F extends FieldLayout>(field: F, occurrence = 1): F {
  return { ...field, start: field.start + (occurrence - 1) * field.stride };
}

/** All places of a field, in order: of one that does not repeat the field itself. */
export function occurrencesOf<F extends FieldLayout>(field: F): F[] {
  return Array.from({ length: field.count }, (_, index) => occurrenceOf(field, index + 1));
}

/** Every column, 1-based, that a field has in one of its places. */
export function columnsOf(field: FieldLayout): number[] {
  return occurrencesOf(field).flatMap(({ start, length }) => Array.from({ length }, (_, index) => start + index));
}

/** First column behind a field and all its occurrences. */
export function endOf({ start, length, count, stride }: FieldLayout): number {
  return start + (count - 1) * stride + length;
}

function layoutOf(segment: StateSegment, elements: readonly StateElement[]): StateSegmentLayout {
  const subject: FieldLayout[] = [];
  let next = segment.subjectAt;
  for (const { name, element, label, length } of kinds[segment.describes].keys) {
    subject.push(field(name, element, label, next, length));
    next += length;
  }
  const fields: StateField[] = [];
  for (const declared of elements) {
    const placement = declared.carriers.segment;
    if (placement?.level !== segment.level) continue;
    const { id, title, format } = declared;
    const { at = next, times = 1, every = widthOf(format) } = placement;
    const placed = { ...field(id, id, title, at, widthOf(format)), count: times, stride: every, declared };
    fields.push(placed);
    next = endOf(placed);
  }
  return { segment, length: segment.length ?? next - 1, head: incidentHeader, subject, fields };
}
