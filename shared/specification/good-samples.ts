import { validateReport } from '../nibrs/edits/index.ts';
import { readReport } from '../nibrs/flatfile/read-report.ts';
import { writeSegment } from '../nibrs/flatfile/write-segment.ts';
import type { Segment, SubmittedReport } from '../nibrs/model/index.ts';
import { carriedElements } from '../state/carrier.ts';
import { conditionOf, isFederalElement } from '../state/condition.ts';
import type { Described, Format, StateElement, StateProfile } from '../state/declaration.ts';
import { kinds, subjectsOf } from '../state/described.ts';
import { federalValues, withFederalValues } from '../state/federal-values.ts';
import { largestOf, notDeterminedOf } from '../state/format.ts';
import type { StateValue } from '../state/index.ts';
import { placeIn } from '../state/mapping.ts';
import { asGiven, checkObligations, type GivenValue } from '../state/obligations.ts';
import { stateValueOf } from '../state/value.ts';
import { federalReports } from './federal-reports.ts';
import { linesOf, type Sample, sampleDay, sampleMonth } from './sample.ts';

/**
 * Which values a sample has: those by which other elements are asked for, those by which they are not, or "not
 * determined" wherever it can be said.
 */
export const choices = ['asking', 'not asking', 'not determined'] as const;
type Choice = (typeof choices)[number];

/** Reports as they should be: between them they hold every element of the profile, where the FBI's part can have it. */
export function goodSamples(profile: StateProfile): Sample[] {
  const reports = askedReports(profile);
  const samples = [
    ...reports.flatMap((report) => choices.map((choice) => ({ report, values: filled(profile, report, choice) }))),
    ...mappedSamples(profile, reports),
  ];
  const different = new Map(samples.map((sample) => [linesOf(profile, sample, '').join('\n'), sample]));
  return [...different.values()];
}

/** The values that the profile's obligations let a report keep. */
export function permitted(
  profile: StateProfile,
  report: SubmittedReport,
  values: readonly StateValue[],
): readonly StateValue[] {
  let given: readonly GivenValue[] = asGiven(profile, report, values);
  for (let before = -1; before !== given.length; ) {
    before = given.length;
    given = checkObligations(profile, report, given).given;
  }
  return given.map(({ value }) => value);
}

/** What an element is shown with. */
export function exampleOf(profile: StateProfile, { id, format }: StateElement, choice: Choice = 'asking'): string {
  switch (format.kind) {
    case 'codes':
      return codeOf(profile, id, format, choice);
    case 'decimal':
      return ((format.minimum + format.maximum) / 2).toFixed(format.decimals);
    case 'whole':
      return wholeNumber(format);
    case 'date':
      return sampleDay(profile, '03');
    case 'text':
      return 'SAMPLE'.slice(0, format.length);
  }
}

/** One, where the range has it. */
function wholeNumber(format: Extract<Format, { kind: 'whole' }>): string {
  const one = 10 ** format.impliedDecimals;
  return String(Math.min(Math.max(format.minimum, one), largestOf(format))).padStart(format.digits, '0');
}

function codeOf(
  { elements }: StateProfile,
  id: string,
  format: Extract<Format, { kind: 'codes' }>,
  choice: Choice,
): string {
  const notDetermined = notDeterminedOf(format);
  if (choice === 'not determined' && notDetermined !== undefined) return notDetermined;
  const asking = elements.flatMap((other) => {
    const condition = conditionOf(other);
    return condition?.element === id ? (condition.is ?? []) : [];
  });
  const determined = Object.keys(format.codes).filter((code) => code !== notDetermined);
  const wanted =
    choice === 'asking'
      ? determined.find((code) => asking.includes(code))
      : determined.findLast((code) => !asking.includes(code));
  return wanted ?? determined[0] ?? notDetermined ?? '';
}

function filled(profile: StateProfile, report: SubmittedReport, choice: Choice): readonly StateValue[] {
  const all = carriedElements(profile).flatMap(({ segment, fields }) =>
    subjectsOf(report, segment.describes).flatMap(({ sequence }) =>
      fields
        .filter(({ declared }) => declared.obligation.kind !== 'prohibited')
        .map((field) => stateValueOf(field, sequence, 1, exampleOf(profile, field.declared, choice))),
    ),
  );
  return permitted(profile, report, all);
}

/** The FBI's reports, and behind them those in which a value of the FBI's asks for an element that no other asks for. */
function askedReports(profile: StateProfile): SubmittedReport[] {
  const reports = federalReports(profile.state, sampleMonth(profile));
  for (const declared of profile.elements) {
    const { element, is } = conditionOf(declared) ?? {};
    if (element === undefined || is === undefined || !isFederalElement(element)) continue;
    const values = reports.flatMap(({ segments }) => segments.flatMap((segment) => federalValues(segment, element)));
    if (values.some((value) => value !== undefined && is.includes(value))) continue;
    reports.push(...variants(profile, reports, declared.describes, element, is).slice(0, 1));
  }
  return reports;
}

/** Valid reports that have one of the values in place of another of the same element, in the order of the reports. */
function variants(
  profile: StateProfile,
  reports: readonly SubmittedReport[],
  describes: Described,
  element: string,
  values: readonly string[],
): SubmittedReport[] {
  return reports.flatMap((report) =>
    federalPlaces(report, describes, element)
      .flatMap((place) => values.map((value) => withValueAt(report, place, element, value)))
      .filter((changed) => isValid(profile, changed)),
  );
}

/** Where a report has a value of an element of the FBI's: in one of its segments, and which of the values, from 0. */
export interface FederalPlace {
  readonly segment: Segment;
  readonly place: number;
}

/** The places of an FBI element that are not blank, in the segments of what is described. */
export function federalPlaces({ segments }: SubmittedReport, describes: Described, element: string): FederalPlace[] {
  return segments
    .filter(({ level }) => kinds[describes].levels.includes(level))
    .flatMap((segment) =>
      federalValues(segment, element).flatMap((value, place) => (value === undefined ? [] : [{ segment, place }])),
    );
}

/** The report with another value in one place. */
export function withValueAt(
  report: SubmittedReport,
  at: FederalPlace,
  element: string,
  value: string,
): SubmittedReport {
  const values = federalValues(at.segment, element).with(at.place, value);
  const changed = withFederalValues(at.segment, element, values);
  return { ...report, segments: report.segments.map((segment) => (segment === at.segment ? changed : segment)) };
}

function isValid(profile: StateProfile, { segments }: SubmittedReport): boolean {
  const context = { period: sampleMonth(profile), today: sampleDay(profile, '28') };
  return validateReport(readReport(segments.map(writeSegment)), context).length === 0;
}

/** For each code that stands in a field of the FBI's, and each level that has the field, a report with it. */
function mappedSamples(profile: StateProfile, reports: readonly SubmittedReport[]): Sample[] {
  return profile.elements.flatMap(({ id, describes, mapping }) => {
    if (!mapping) return [];
    return Object.entries(mapping.codes).flatMap(([code, federal]) => {
      const levels = new Set<string>();
      return reports.flatMap((report) =>
        federalPlaces(report, describes, mapping.element).flatMap((at) => {
          const changed = withValueAt(report, at, mapping.element, federal);
          if (levels.has(at.segment.level) || !isValid(profile, changed)) return [];
          levels.add(at.segment.level);
          const value = { element: id, ...placeIn(at.segment, mapping.element, at.place), value: code };
          return [{ report: changed, values: [value, ...filled(profile, changed, 'asking')] }];
        }),
      );
    });
  });
}
