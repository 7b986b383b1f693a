import type { FieldLayout } from '../nibrs/flatfile/layout.ts';
import { DoesNotFitError } from '../nibrs/flatfile/write-segment.ts';
import type { StateProfile } from './declaration.ts';
import { keysOf } from './described.ts';
import { occurrenceOf, type StateSegmentLayout, stateLayouts } from './layout.ts';
import type { StateHalf, StateValue } from './state-half.ts';

/** What a state segment has in common with the report it belongs to. */
export interface StateSegmentHead {
  action: string;
  /** `YYYY-MM` */
  period: string;
  ori: string;
  /** Incident or arrest transaction number. */
  number: string;
}

/**
 * The state segments of a report as lines without line end, which `readStateHalf` reads back as the same values: in the
 * order of the declaration, one for each person or thing described. Codes that stand in fields of the FBI's are not
 * theirs: `toStateCodes` puts those back.
 * Throws `DoesNotFitError` for a value that its field cannot hold; the message does not repeat the value.
 */
export function writeStateSegments(profile: StateProfile, head: StateSegmentHead, half: StateHalf): string[] {
  return stateLayouts(profile).flatMap((layout) => {
    const ids = new Set(layout.fields.map(({ element }) => element));
    const own = half.values.filter(({ element }) => ids.has(element));
    const bySequence = Map.groupBy(own, ({ sequence }) => sequence);
    return [...bySequence].map(([sequence, values]) => writeLine(layout, head, sequence, values));
  });
}

function writeLine(
  layout: StateSegmentLayout,
  head: StateSegmentHead,
  sequence: string | undefined,
  values: readonly StateValue[],
): string {
  const [year, month] = head.period.split('-');
  const headValues: Readonly<Record<string, string | undefined>> = {
    segmentLength: String(layout.length).padStart(4, '0'),
    level: layout.segment.level,
    action: head.action,
    submissionMonth: month,
    submissionYear: year,
    ori: head.ori,
    incidentNumber: head.number,
  };
  const keys = keysOf(sequence);
  let line = ' '.repeat(layout.length);
  for (const field of layout.head) line = placed(line, field, headValues[field.name]);
  for (const [index, field] of layout.subject.entries()) line = placed(line, field, keys[index]);
  for (const { element, occurrence = 1, value } of values) {
    const field = layout.fields.find((each) => each.element === element);
    if (field) line = placed(line, inPlace(field, occurrence), value);
  }
  return line;
}

function inPlace(field: FieldLayout, occurrence: number): FieldLayout {
  if (occurrence > field.count) {
    throw new DoesNotFitError(`${field.label}: a state segment has ${field.count} places for it. Merge values.`);
  }
  return occurrenceOf(field, occurrence);
}

/** The line with a value in its columns. Throws `DoesNotFitError` where they cannot hold it. */
export function placed(line: string, { label, start, length }: FieldLayout, value = ''): string {
  if (value.length > length || !/^[ -\u00ff]*$/.test(value)) {
    throw new DoesNotFitError(
      `${label}: a state segment has ${length} columns for it, in Latin-1 without line ends. Shorten the value.`,
    );
  }
  return line.slice(0, start - 1) + value.padEnd(length) + line.slice(start - 1 + length);
}
