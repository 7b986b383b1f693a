import { locate } from '../nibrs/flatfile/locate.ts';
import type { SourceRecord, SourceReport } from '../nibrs/flatfile/record.ts';
import type { Level, Segment, SubmittedReport } from '../nibrs/model/index.ts';
import type { StateElement, StateProfile } from './declaration.ts';
import { mappableLevels, numberOf } from './described.ts';
import { federalField, federalValues, withFederalValues } from './federal-values.ts';
import { perProfile } from './per-profile.ts';
import type { StateValue } from './state-half.ts';

/**
 * Elements that stand in fields of the FBI's own, as codes that the FBI does not have: read from the federal segments,
 * kept as sent in the state half, and replaced by the FBI's codes before any edit sees them.
 */

type MappedElement = StateElement & { readonly mapping: NonNullable<StateElement['mapping']> };

/** Per level of the FBI, the elements that are mapped there. */
const mappedElements = perProfile((profile) => {
  const byLevel = new Map<Level, MappedElement[]>();
  for (const element of profile.elements) {
    if (!isMapped(element)) continue;
    for (const level of mappableLevels(element.describes)) {
      if (!federalField(level, element.mapping.element)) continue;
      byLevel.set(level, [...(byLevel.get(level) ?? []), element]);
    }
  }
  return byLevel;
});

/**
 * The report as the FBI is to see it, and the state's codes that stood in it. The records have the FBI's codes as well,
 * since they are shown beside findings.
 */
export function toFederalCodes(
  profile: StateProfile,
  source: SourceReport,
): { source: SourceReport; values: StateValue[] } {
  const values: StateValue[] = [];
  const mapped = mappedElements(profile);
  if (mapped.size === 0) return { source, values };
  if (!source.report.segments.some((segment) => hasStateCode(segment, mapped.get(segment.level)))) {
    return { source, values };
  }
  const segments = source.report.segments.map((segment) =>
    changeSegment(segment, mapped.get(segment.level), (element, sent, place) => {
      const federal = federalCodeOf(element, sent);
      if (federal === undefined || sent === undefined) return sent;
      values.push({ element: element.id, ...place, value: sent });
      return federal;
    }),
  );
  const records = withCodesOf(segments, source, mapped);
  return { source: { ...source, records, report: { ...source.report, segments } }, values };
}

/** The report as the state's agencies send it: what `toFederalCodes` gives the report and these values of. */
export function toStateCodes(
  profile: StateProfile,
  report: SubmittedReport,
  values: readonly StateValue[],
): SubmittedReport {
  const mapped = mappedElements(profile);
  const sent = new Map(values.map((value) => [keyOf(value.element, value), value.value]));
  const segments = report.segments.map((segment) =>
    changeSegment(segment, mapped.get(segment.level), (element, federal, place) => {
      return sent.get(keyOf(element.id, place)) ?? federal;
    }),
  );
  return { ...report, segments };
}

type Place = Pick<StateValue, 'sequence' | 'occurrence'>;
type Change = (element: MappedElement, value: string | undefined, place: Place) => string | undefined;

/** Most reports have none, and are not to be copied for it. */
function hasStateCode(segment: Segment, elements: readonly MappedElement[] = []): boolean {
  for (const element of elements) {
    for (const value of federalValues(segment, element.mapping.element)) {
      if (federalCodeOf(element, value) !== undefined) return true;
    }
  }
  return false;
}

/** The segment with the values of its mapped elements changed; the same one when none is. */
function changeSegment(segment: Segment, elements: readonly MappedElement[] | undefined, change: Change): Segment {
  let changed = segment;
  for (const element of elements ?? []) {
    const number = element.mapping.element;
    const before = federalValues(changed, number);
    const after = before.map((value, index) => change(element, value, placeIn(segment, number, index)));
    if (after.some((value, index) => value !== before[index])) changed = withFederalValues(changed, number, after);
  }
  return changed;
}

/** The records of a report with the codes of these segments, which are its own after the change. */
function withCodesOf(
  segments: readonly Segment[],
  { report, records, stateRecords, unreadable }: SourceReport,
  mapped: ReadonlyMap<Level, readonly MappedElement[]>,
): SourceRecord[] {
  const others = new Set([...stateRecords, ...unreadable]);
  let place = -1;
  return records.map((record) => {
    if (others.has(record)) return record;
    place += 1;
    const [before, after] = [report.segments[place], segments[place]];
    if (!before || !after || before === after) return record;
    const elements = (mapped.get(after.level) ?? []).map(({ mapping }) => mapping.element);
    return {
      ...record,
      text: elements.reduce((text, element) => rewritten(text, element, before, after), record.text),
    };
  });
}

function rewritten(text: string, element: string, before: Segment, after: Segment): string {
  const sent = federalValues(before, element);
  let changed = text;
  for (const [index, value = ''] of federalValues(after, element).entries()) {
    const name = federalField(after.level, element)?.name;
    const columns = value === sent[index] || !name ? undefined : locate(text, after.level, name, index);
    if (!columns) continue;
    const [first, last] = columns;
    changed = changed.slice(0, first - 1) + value.padEnd(last - first + 1) + changed.slice(last);
  }
  return changed;
}

/** Where a value of an FBI element stands: of whom it is, and which of the element's values, from 0. */
export function placeIn(segment: Segment, element: string, index: number): Place {
  const sequence = numberOf(segment);
  const repeats = (federalField(segment.level, element)?.count ?? 1) > 1;
  return { ...(sequence === '' ? {} : { sequence }), ...(repeats ? { occurrence: index + 1 } : {}) };
}

function federalCodeOf({ mapping }: MappedElement, value: string | undefined): string | undefined {
  return value !== undefined && Object.hasOwn(mapping.codes, value) ? mapping.codes[value] : undefined;
}

function keyOf(element: string, { sequence = '', occurrence = 1 }: Place): string {
  return `${element} ${sequence} ${occurrence}`;
}

function isMapped(element: StateElement): element is MappedElement {
  return element.mapping !== undefined;
}
