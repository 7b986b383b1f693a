import type { FieldLayout } from '../nibrs/flatfile/layout.ts';
import { DoesNotFitError } from '../nibrs/flatfile/write-segment.ts';
import type { StateProfile } from './declaration.ts';
import { type StateSegmentLayout, stateLayouts } from './layout.ts';
import type { StateHalf } from './state-half.ts';

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
 * order of the declaration, one for each person described.
 * Throws `DoesNotFitError` for a value that its field cannot hold; the message does not repeat the value.
 */
export function writeStateSegments(profile: StateProfile, head: StateSegmentHead, half: StateHalf): string[] {
  return stateLayouts(profile).flatMap((layout) => {
    const own = half.values.filter(({ element }) => layout.segment.elements.includes(element));
    const bySequence = Map.groupBy(own, ({ sequence }) => sequence);
    return [...bySequence].map(([sequence, values]) =>
      writeLine(layout, head, sequence, new Map(values.map(({ element, value }) => [element, value]))),
    );
  });
}

function writeLine(
  layout: StateSegmentLayout,
  head: StateSegmentHead,
  sequence: string | undefined,
  values: ReadonlyMap<string, string>,
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
  const columns = [
    ...layout.head.map((field) => column(field, headValues[field.name])),
    ...(layout.sequence ? [column(layout.sequence, sequence)] : []),
    ...layout.fields.map((field) => column(field, values.get(field.element))),
  ];
  return columns.join('');
}

function column({ label, length }: FieldLayout, value = ''): string {
  if (value.length > length || /[\r\n]/.test(value)) {
    throw new DoesNotFitError(
      `${label}: a state segment has ${length} columns for it, without line ends. Shorten the value.`,
    );
  }
  return value.padEnd(length);
}
