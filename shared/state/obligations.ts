import type { Finding } from '../nibrs/finding.ts';
import type { Period, SubmittedReport } from '../nibrs/model/index.ts';
import { type CarriedElements, carriedElements } from './carrier.ts';
import { conditionOf, isFederalElement } from './condition.ts';
import type { Condition, Duty, StateElement, StateProfile } from './declaration.ts';
import { type Subject, subjectsOf } from './described.ts';
import { federalValues } from './federal-values.ts';
import { notDeterminedOf } from './format.ts';
import { areGrouped, occurrenceOf, type StateField } from './layout.ts';
import { codeOf, type Place, stateFinding } from './rules.ts';
import type { StateValue } from './state-half.ts';

/** A value that a report has, and where it stands. */
export interface GivenValue {
  readonly value: StateValue;
  readonly place: Place;
}

/** Values that are known by themselves, without a record; none for one that no segment and no supplement carries. */
export function asGiven(
  profile: StateProfile,
  { ori, number }: Pick<SubmittedReport, 'ori' | 'number'>,
  values: readonly StateValue[],
): GivenValue[] {
  const carried = carriedElements(profile);
  return values.flatMap((value) =>
    carried.flatMap(({ segment, fields }) => {
      const field = fields.find(({ element }) => element === value.element);
      return field ? [{ value, place: { ori, number, segment, sequence: value.sequence, field } }] : [];
    }),
  );
}

/**
 * What a report owes and does not have, and what it has and must not have: a finding for each, and the values that
 * remain. An element that may come in a supplement is never more than told to be missing, since it may come yet.
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

/** What a report owes and these values do not have. */
export function lacksOf(profile: StateProfile, report: SubmittedReport, given: readonly GivenValue[]): Finding[] {
  const code = codeOf(profile, 'missing');
  return checkObligations(profile, report, given).findings.filter((finding) => finding.code === code);
}

/** True when nobody may report the element in this period, whatever else the report says. */
export function isProhibited(profile: StateProfile, period: Period, element: StateElement): boolean {
  return element.obligation.kind === 'prohibited' && isInEffect(profile, period, element);
}

/** The month for which a report is submitted, as its first segment has it. */
export function periodIn({ segments: [first] }: Pick<SubmittedReport, 'segments'>): Period {
  return `${first?.submissionYear}-${first?.submissionMonth}`;
}

/** One element of one subject, or one place of it when it belongs to a group. */
interface Asked {
  carried: CarriedElements;
  field: StateField;
  subject: Subject;
  occurrence: number | undefined;
}

function* everythingAsked(profile: StateProfile, report: SubmittedReport): Generator<Asked> {
  const period = periodIn(report);
  for (const carried of carriedElements(profile)) {
    const owing = carried.fields
      .filter(({ declared }) => isOwing(profile, period, declared))
      .map((field) => ({ field, places: placesOf(carried, field) }));
    if (owing.length === 0) continue;
    for (const subject of subjectsOf(report, carried.segment.describes)) {
      for (const { field, places } of owing) {
        for (const occurrence of places) yield { carried, field, subject, occurrence };
      }
    }
  }
}

/** "Not determined" may be said whatever else the report says. */
function isNotDetermined({ value }: GivenValue, { declared }: StateField): boolean {
  return value.value === notDeterminedOf(declared.format);
}

function isOwing(profile: StateProfile, period: Period, element: StateElement): boolean {
  const { kind } = element.obligation;
  return (kind === 'mandatory' || kind === 'conditional') && isInEffect(profile, period, element);
}

function isInEffect(profile: StateProfile, period: Period, element: StateElement): boolean {
  return period >= (element.effective ?? profile.effective);
}

function dutyOf(asked: Asked, values: Values): Duty {
  const { obligation } = asked.field.declared;
  if (obligation.kind !== 'conditional') return obligation.kind;
  return holds(obligation.when, asked, values) ? obligation.duty : obligation.otherwise;
}

function holds(condition: Condition, { carried, field, subject, occurrence }: Asked, values: Values): boolean {
  if (condition === 'segment sent') {
    return carried.fields.some((other) => other !== field && values.find(subject.sequence, other.element).length > 0);
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
function placesOf({ fields }: CarriedElements, field: StateField): readonly (number | undefined)[] {
  const condition = conditionOf(field.declared);
  const other = condition && fields.find((each) => each.element === condition.element);
  return other && areGrouped(field, other) ? Array.from({ length: field.count }, (_, index) => index + 1) : [undefined];
}

/** The element's place in the segment that was sent without it, or the row of the supplement, if one was sent. */
function missing(profile: StateProfile, report: SubmittedReport, asked: Asked, values: Values): Finding {
  const { carried, field, subject, occurrence } = asked;
  const sent = carried.fields.flatMap(({ element }) => values.find(subject.sequence, element));
  const beside = sent.find(({ place }) => place.record)?.place;
  const place = {
    ori: report.ori,
    number: report.number,
    segment: beside?.segment ?? carried.segment,
    record: beside?.record,
    sequence: subject.sequence,
    field: occurrenceOf(field, occurrence),
  };
  return stateFinding(profile, 'missing', place, severityOfLack(field.declared));
}

function severityOfLack({ obligation, carriers }: StateElement): Finding['severity'] {
  if (carriers.supplement) return 'warning';
  return 'missing' in obligation ? obligation.missing : 'error';
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
