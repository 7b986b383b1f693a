import type { Level } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { elementsOf } from '../element.ts';
import type { Incident } from '../incident.ts';

interface DistinctSegments {
  code: string;
  source: string;
  /** Where the incident keeps the segments of the level. */
  list: 'offenses' | 'properties' | 'victims' | 'offenders' | 'arrestees';
  /** The element that tells them apart, by its name in the layout. */
  name: string;
  /** A value that is not legal has a finding of its own, which may well end the likeness. */
  isLegal(value: string): boolean;
  message: string;
  hint: string;
}

/** No two segments of an incident have the same value in the element that tells them apart; the later one is hit. */
export function distinctSegments(
  level: Level,
  { code, source, list, name, isLegal, message, hint }: DistinctSegments,
): CheckedEdit {
  const element = elementsOf(level)(name);
  const standsBefore = (incident: Incident, end: number, value: string) => {
    const segments = incident[list];
    for (let i = 0; i < end; i++) if (element.value(segments[i] ?? {}, 0) === value) return true;
    return false;
  };
  return error('incident', {
    code,
    scope: 'report',
    elements: [element.number],
    message,
    hint,
    source,
    check(incident, run) {
      const segments = incident[list];
      for (let i = 1; i < segments.length; i++) {
        const segment = segments[i];
        const value = segment && element.value(segment, 0);
        if (segment === undefined || value === undefined || !isLegal(value)) continue;
        if (standsBefore(incident, i, value)) run.hit(segment, name);
      }
    },
  });
}
