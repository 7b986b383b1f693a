import type { Finding } from '../nibrs/finding.ts';
import type { SubmittedReport } from '../nibrs/model/index.ts';
import type { StateProfile } from './declaration.ts';
import { joinStateHalf, subjectOf, subjectsIn } from './join.ts';
import { asGiven, type GivenValue, lacksOf } from './obligations.ts';
import { keyFields } from './read-supplement.ts';
import { stateFinding } from './rules.ts';
import type { StateValue } from './state-half.ts';

/** A report that is on file, and the state's values that came with it. */
export interface ReportOnFile {
  report: SubmittedReport;
  own: readonly StateValue[];
}

/** What is on file under the number of a supplement. */
export interface OnFile {
  /** None when no report has come yet; of a Group B arrest one for each arrestee. */
  reports: readonly ReportOnFile[];
  /** The values of earlier supplements, oldest first. */
  supplements: readonly (readonly StateValue[])[];
}

/**
 * Holds the values of a supplement against the reports on file that they belong to: gives those that can be stored, and
 * findings on the others and on what the reports still lack. Where no report is on file, nothing is held against them.
 */
export function checkSupplement(
  profile: StateProfile,
  given: readonly GivenValue[],
  { reports, supplements }: OnFile,
): { given: readonly GivenValue[]; findings: Finding[] } {
  if (reports.length === 0) return { given, findings: [] };
  const findings: Finding[] = [];
  const kept = new Set<GivenValue>();
  for (const { report, own } of reports) {
    const subjects = subjectsIn(profile, report);
    const mine = given.filter(({ value }) => subjects.has(subjectOf(profile, value) ?? ''));
    const placed = new Map(mine.map((one) => [one.value, one]));
    const joined = joinStateHalf(profile, report, own, [...supplements, mine.map(({ value }) => value)]);
    const taken = new Set(joined);
    for (const one of mine) {
      if (taken.has(one.value)) kept.add(one);
      else findings.push(stateFinding(profile, 'prohibited', one.place));
    }
    findings.push(
      ...lacks(
        profile,
        report,
        joined.flatMap((value) => placed.get(value) ?? asGiven(profile, report, [value])),
      ),
    );
  }
  return {
    given: given.filter((one) => kept.has(one)),
    findings: [...strangers(profile, given, reports), ...findings],
  };
}

/** What a supplement could still bring. */
function lacks(profile: StateProfile, report: SubmittedReport, joined: readonly GivenValue[]): Finding[] {
  const supplied = new Set(profile.elements.filter(({ carriers }) => carriers.supplement).map(({ id }) => id));
  return lacksOf(profile, report, joined).filter(({ element }) => supplied.has(element));
}

/** One finding for everybody and everything that none of the reports has. */
function strangers(profile: StateProfile, given: readonly GivenValue[], reports: readonly ReportOnFile[]): Finding[] {
  const known = new Set(reports.flatMap(({ report }) => [...subjectsIn(profile, report)]));
  const bySubject = Map.groupBy(given, ({ value }) => subjectOf(profile, value) ?? '');
  return [...bySubject].flatMap(([subject, [first]]) => {
    if (!first || known.has(subject)) return [];
    const place = { ...first.place, field: keyFields.sequence, cell: first.place.keyCell };
    return [stateFinding(profile, 'noSuchSubject', place)];
  });
}
