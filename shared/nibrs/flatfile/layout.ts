import type { Level } from '../model/index.ts';

/** Where one element stands in a record. Positions are 1-based and inclusive, as the specification prints them. */
export interface FieldLayout {
  /** Name of the element, unique within its segment; findings and messages use it. */
  readonly name: string;
  /** The FBI's element number (`6`, `25A`); for header fields the name the FBI's edits use (`Length`, `SubMonth` …). */
  readonly element: string;
  /** What a person calls it. */
  readonly label: string;
  readonly start: number;
  readonly length: number;
  /** How often it repeats; 1 for a single element. */
  readonly count: number;
  /** Distance from one occurrence to the next. */
  readonly stride: number;
  /** Set when the element is one member of a repeated group: the list's property and the member's property in the model. */
  readonly group?: { readonly list: string; readonly member: string };
}

/** One segment's layout: every field and the legal lengths. A field past a record's length does not exist in it. */
export interface SegmentLayout {
  readonly level: Level;
  /** What a person calls the segment: "victim". */
  readonly name: string;
  /** Legal lengths of the line with the length that positions 1–4 state for it, shortest first. */
  readonly lengths: readonly { readonly line: number; readonly stated: string }[];
  readonly fields: readonly FieldLayout[];
}

/** A single element. */
export function field(name: string, element: string, label: string, start: number, length: number): FieldLayout {
  return { name, element, label, start, length, count: 1, stride: length };
}

/** An element that repeats `count` times, one right after the other. */
export function repeated(
  name: string,
  element: string,
  label: string,
  start: number,
  length: number,
  count: number,
): FieldLayout {
  return { name, element, label, start, length, count, stride: length };
}

/** Elements that repeat together, `count` times, `stride` positions apart; kept as one list of objects in the model. */
export function group(
  list: string,
  count: number,
  stride: number,
  members: readonly {
    name: string;
    member: string;
    element: string;
    label: string;
    start: number;
    length: number;
  }[],
): FieldLayout[] {
  return members.map(({ member, ...rest }) => ({ ...rest, count, stride, group: { list, member } }));
}

/** Positions 1–25, the head of every segment (specification 3.3.1). The level itself is the layout's, not a field. */
export const header: readonly FieldLayout[] = [
  field('segmentLength', 'Length', 'Segment length', 1, 4),
  field('level', 'Level', 'Segment level', 5, 1),
  field('action', 'Action', 'Segment action type', 6, 1),
  field('submissionMonth', 'SubMonth', 'Month of submission', 7, 2),
  field('submissionYear', 'SubYear', 'Year of submission', 9, 4),
  field('cityIndicator', 'City', 'City indicator', 13, 4),
  field('ori', '1', 'ORI', 17, 9),
];

/** Positions 1–37 of levels 0–6. */
export const incidentHeader: readonly FieldLayout[] = [
  ...header,
  field('incidentNumber', '2', 'Incident number', 26, 12),
];
