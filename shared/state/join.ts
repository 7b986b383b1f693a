import type { SubmittedReport } from '../nibrs/model/index.ts';
import type { Described, StateProfile } from './declaration.ts';
import { subjectsOf } from './described.ts';
import { asGiven, checkObligations } from './obligations.ts';
import { perProfile } from './per-profile.ts';
import type { StateValue } from './state-half.ts';

/**
 * The state half of a report as it is to be read: the values that came with it and those of its supplements, given oldest
 * first, in whatever order report and supplements came. The values of a supplement about one person or thing take the
 * place of those of an earlier supplement about the same, and an element of theirs that of the report's own. Left out is
 * what a supplement says of somebody whom the report does not have, and what may not be reported of those it has.
 */
export function joinStateHalf<Value extends StateValue>(
  profile: StateProfile,
  report: SubmittedReport,
  own: readonly Value[],
  supplements: readonly (readonly Value[])[],
): Value[] {
  const supplied = ofReport(profile, report, newest(profile, supplements));
  if (supplied.length === 0) return [...own];
  const given = asGiven(profile, report, [...own, ...supplied]);
  const permitted = new Set<StateValue>(checkObligations(profile, report, given).given.map(({ value }) => value));
  const taken = supplied.filter((value) => permitted.has(value));
  const replaced = new Set(taken.map(placeOf));
  return [...own.filter((value) => !replaced.has(placeOf(value))), ...taken];
}

/** Names who or what of a report a value describes; undefined when no element of the profile is of that id. */
export function subjectOf(profile: StateProfile, { element, sequence }: StateValue): string | undefined {
  const described = describedBy(profile).get(element);
  return described && subjectKey(described, sequence);
}

/** Everybody and everything that elements of the profile can describe in a report, as `subjectOf` names them. */
export function subjectsIn(profile: StateProfile, report: SubmittedReport): ReadonlySet<string> {
  const described = new Set(describedBy(profile).values());
  return new Set(
    [...described].flatMap((kind) => subjectsOf(report, kind).map(({ sequence }) => subjectKey(kind, sequence))),
  );
}

const describedBy = perProfile(
  ({ elements }) => new Map<string, Described>(elements.map(({ id, describes }) => [id, describes])),
);

function subjectKey(described: Described, sequence: string | undefined): string {
  return `${described} ${sequence ?? ''}`;
}

function newest<Value extends StateValue>(
  profile: StateProfile,
  supplements: readonly (readonly Value[])[],
): ReadonlyMap<string, readonly Value[]> {
  const bySubject = new Map<string, readonly Value[]>();
  for (const values of supplements) {
    for (const [subject, ofSubject] of Map.groupBy(values, (value) => subjectOf(profile, value))) {
      if (subject !== undefined) bySubject.set(subject, ofSubject);
    }
  }
  return bySubject;
}

function ofReport<Value>(
  profile: StateProfile,
  report: SubmittedReport,
  supplied: ReadonlyMap<string, readonly Value[]>,
): Value[] {
  if (supplied.size === 0) return [];
  const subjects = subjectsIn(profile, report);
  return [...supplied].flatMap(([subject, values]) => (subjects.has(subject) ? values : []));
}

function placeOf({ element, sequence }: StateValue): string {
  return `${element} ${sequence ?? ''}`;
}
