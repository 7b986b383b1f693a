import type { Finding } from '../nibrs/finding.ts';
import type { SubmittedReport } from '../nibrs/model/index.ts';
import { conditionOf, isFederalElement } from './condition.ts';
import type { Condition, Duty, StateElement, StateProfile } from './declaration.ts';
import { type Subject, subjectsOf } from './described.ts';
import { federalValues } from './federal-values.ts';
import { notDeterminedOf } from './format.ts';
import { areGrouped, occurrenceOf, type StateField, type StateSegmentLayout, stateLayouts } from './layout.ts';
import { type Place, stateFinding } from './rules.ts';
import type { StateValue } from './state-half.ts';

/** A value that a report has, and where it stands. */
export interface GivenValue {
  readonly value: StateValue;
  readonly place: Place;
}

/**
 * What a report owes and does not have, and what it has and must not have: a finding for each, and the values that
 * remain. Elements that no state segment carries are left to whoever reads their carrier.
 */
export function checkObligations(
  profile: StateProfile,
  report: SubmittedReport,
  given: readonly GivenValue[],
): { findings: Finding[]; given: readonly GivenValue[] } {
  const findings: Finding[] = [];
  const refused = new Set<GivenValue>();
  const values = valuesOf(given);
  for (const asked of everythingAsked(profile, report)) {
    const own = values.find(asked.subject.sequence, asked.field.element, asked.occurrence);
    const duty = dutyOf(asked, values);
    if (duty === 'mandatory' && own.length === 0) findings.push(missing(profile, report, asked, values));
    if (duty !== 'prohibited') continue;
    for (const one of own) {
      if (isNotDetermined(one, asked.field)) continue;
      refused.add(one);
      findings.push(stateFinding(profile, 'prohibited', one.place));
    }
  }
  return { findings, given: refused.size === 0 ? given : given.filter((one) => !refused.has(one)) };
}

/** True when nobody may report the element in this month, whatever else the report says. */
export function isProhibited(profile: StateProfile, report: SubmittedReport, element: StateElement): boolean {
  return element.obligation.kind === 'prohibited' && isInEffect(profile, report, element);
}

/** One element of one subject, or one place of it when it belongs to a group. */
interface Asked {
  layout: StateSegmentLayout;
  field: StateField;
  subject: Subject;
  occurrence: number | undefined;
}

function* everythingAsked(profile: StateProfile, report: SubmittedReport): Generator<Asked> {
  for (const layout of stateLayouts(profile)) {
    const owing = layout.fields
      .filter(({ declared }) => isOwing(profile, report, declared))
      .map((field) => ({ field, places: placesOf(layout, field) }));
    if (owing.length === 0) continue;
    for (const subject of subjectsOf(report, layout.segment.describes)) {
      for (const { field, places } of owing) {
        for (const occurrence of places) yield { layout, field, subject, occurrence };
      }
    }
  }
}

/** "Not determined" may be said whatever else the report says. */
function isNotDetermined({ value }: GivenValue, { declared }: StateField): boolean {
  return value.value === notDeterminedOf(declared.format);
}

function isOwing(profile: StateProfile, report: SubmittedReport, element: StateElement): boolean {
  const { kind } = element.obligation;
  return (kind === 'mandatory' || kind === 'conditional') && isInEffect(profile, report, element);
}

function isInEffect(profile: StateProfile, { segments: [first] }: SubmittedReport, element: StateElement): boolean {
  return `${first?.submissionYear}-${first?.submissionMonth}` >= (element.effective ?? profile.effective);
}

function dutyOf(asked: Asked, values: Values): Duty {
  const { obligation } = asked.field.declared;
  if (obligation.kind !== 'conditional') return obligation.kind;
  return holds(obligation.when, asked, values) ? obligation.duty : obligation.otherwise;
}

function holds(condition: Condition, { layout, field, subject, occurrence }: Asked, values: Values): boolean {
  if (condition === 'segment sent') {
    return layout.fields.some((other) => other !== field && values.find(subject.sequence, other.element).length > 0);
  }
  const { element, is } = condition;
  const found = isFederalElement(element)
    ? subject.segments.flatMap((segment) => federalValues(segment, element))
    : givenOf(element, subject, occurrence, values);
  return found.some((value) => value !== undefined && (is === undefined || is.includes(value)));
}

/** What the subject has of an element, or else the incident. */
function givenOf(element: string, { sequence }: Subject, occurrence: number | undefined, values: Values): string[] {
  const own = values.find(sequence, element, occurrence);
  const found = own.length === 0 && sequence !== undefined ? values.find(undefined, element) : own;
  return found.map(({ value }) => value.value);
}

/** The places that are judged one by one: those of a group whose condition is a member of the same group. */
function placesOf(layout: StateSegmentLayout, field: StateField): readonly (number | undefined)[] {
  const condition = conditionOf(field.declared);
  const other = condition && layout.fields.find((each) => each.element === condition.element);
  return other && areGrouped(field, other) ? Array.from({ length: field.count }, (_, index) => index + 1) : [undefined];
}

/** The element's place in the segment that was sent without it, if one was sent. */
function missing(profile: StateProfile, report: SubmittedReport, asked: Asked, values: Values): Finding {
  const { layout, field, subject, occurrence } = asked;
  const { obligation } = field.declared;
  const severity = 'missing' in obligation ? obligation.missing : 'error';
  const sent = layout.fields.flatMap(({ element }) => values.find(subject.sequence, element).slice(0, 1));
  const place = {
    ori: report.ori,
    number: report.number,
    segment: layout.segment,
    record: sent[0]?.place.record,
    sequence: subject.sequence,
    field: occurrenceOf(field, occurrence),
  };
  return stateFinding(profile, 'missing', place, severity);
}

interface Values {
  /** The values of an element for a subject: all, or that of one place. */
  find(sequence: string | undefined, element: string, occurrence?: number): readonly GivenValue[];
}

/** Looked up by subject and element, so that the largest incident stays cheap. */
function valuesOf(given: readonly GivenValue[]): Values {
  const keyOf = (sequence: string | undefined, element: string) => `${element} ${sequence ?? ''}`;
  const byKey = Map.groupBy(given, ({ value }) => keyOf(value.sequence, value.element));
  return {
    find(sequence, element, occurrence) {
      const found = byKey.get(keyOf(sequence, element)) ?? [];
      return occurrence === undefined ? found : found.filter(({ value }) => value.occurrence === occurrence);
    },
  };
}
