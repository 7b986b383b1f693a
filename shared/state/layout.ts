import { type FieldLayout, field, incidentHeader } from '../nibrs/flatfile/layout.ts';
import { type Described, elementOf, type Format, type StateProfile, type StateSegment } from './declaration.ts';

/** Where the elements of one state segment stand. Always computed from the declaration. */
export interface StateSegmentLayout {
  readonly segment: StateSegment;
  /** Length of the line, which positions 1–4 repeat. */
  readonly length: number;
  /** Positions 1–37, as on every segment of levels 1–6. */
  readonly head: readonly FieldLayout[];
  /** Which person of the report the segment describes; absent where it describes the incident. */
  readonly sequence: FieldLayout | undefined;
  /** One field an element; its name is the element's id. */
  readonly fields: readonly FieldLayout[];
}

/** The sequence number that follows the head: element 40 of the person described. */
const sequences: Readonly<Record<Described, FieldLayout | undefined>> = {
  incident: undefined,
  arrestee: field('arresteeSequenceNumber', '40', 'Arrestee sequence number', 38, 2),
};

/** Every report is read with them, and a profile never changes. */
const computed = new WeakMap<StateProfile, readonly StateSegmentLayout[]>();

/** The layouts of a profile's segments, in the order of their declaration. */
export function stateLayouts(profile: StateProfile): readonly StateSegmentLayout[] {
  const known = computed.get(profile);
  if (known) return known;
  const layouts = profile.segments.map((segment) => layoutOf(profile, segment));
  computed.set(profile, layouts);
  return layouts;
}

/** The level characters which a profile adds to the FBI's; none without a profile. */
export function stateLevels(profile?: StateProfile): ReadonlySet<string> {
  return new Set(profile?.segments.map((segment) => segment.level));
}

function layoutOf(profile: StateProfile, segment: StateSegment): StateSegmentLayout {
  const sequence = sequences[segment.describes];
  let next = afterLast([...incidentHeader, ...(sequence ? [sequence] : [])]);
  const fields = segment.elements.map((id) => {
    const element = elementOf(profile, id);
    const placed = field(id, id, element.title, next, widthOf(element.format));
    next = afterLast([placed]);
    return placed;
  });
  return { segment, length: next - 1, head: incidentHeader, sequence, fields };
}

function afterLast(fields: readonly FieldLayout[]): number {
  return Math.max(...fields.map(({ start, length }) => start + length));
}

/** A decimal number takes the width of its longest value, sign and point included. */
function widthOf(format: Format): number {
  if (format.kind === 'codes') return Math.max(...Object.keys(format.codes).map((code) => code.length));
  return Math.max(...[format.minimum, format.maximum].map((limit) => limit.toFixed(format.decimals).length));
}
