import type { SubmittedReport } from '../nibrs/model/index.ts';
import { conditionOf, isFederalElement } from './condition.ts';
import type { StateElement, StateProfile } from './declaration.ts';
import { type Subject, subjectsOf } from './described.ts';
import { federalValues } from './federal-values.ts';
import type { StateHalf } from './state-half.ts';

/** How far an element has been taken up: of how many it could be told, and of how many it is. */
export interface Adoption {
  subjects: number;
  given: number;
}

/**
 * How far a report has taken up the elements of a profile, by their ids; without those that the report has nobody for.
 * Counts only: what was given is not looked at, and "not determined" is given too.
 */
export function adoptionIn(
  profile: StateProfile,
  report: SubmittedReport,
  half: StateHalf | undefined,
): Record<string, Adoption> {
  const adoption: Record<string, Adoption> = {};
  const byKind = Map.groupBy(profile.elements, ({ describes }) => describes);
  for (const [described, elements] of byKind) {
    const subjects = subjectsOf(report, described);
    for (const element of elements) {
      const given = half?.values.filter((value) => value.element === element.id).map(({ sequence }) => sequence) ?? [];
      const counts = { subjects: subjects.filter(mayHave(element)).length, given: new Set(given).size };
      if (counts.subjects + counts.given > 0) adoption[element.id] = counts;
    }
  }
  return adoption;
}

/** The sum of two, element by element. */
export function addAdoption(
  one: Readonly<Record<string, Adoption>>,
  other: Readonly<Record<string, Adoption>>,
): Record<string, Adoption> {
  const sum = { ...one };
  for (const [id, { subjects, given }] of Object.entries(other)) {
    const before = sum[id] ?? { subjects: 0, given: 0 };
    sum[id] = { subjects: before.subjects + subjects, given: before.given + given };
  }
  return sum;
}

/**
 * Whether the element may be told of a subject, as far as the FBI's elements say: that is what tells farm property from
 * other property. What hangs on another element of the state's may always come.
 */
function mayHave(element: StateElement): (subject: Subject) => boolean {
  const { obligation } = element;
  if (obligation.kind === 'prohibited') return () => false;
  const condition = conditionOf(element);
  if (obligation.kind !== 'conditional' || !condition || !isFederalElement(condition.element)) return () => true;
  const { element: federal, is } = condition;
  return ({ segments }) => {
    const values = segments.flatMap((segment) => federalValues(segment, federal));
    const holds = values.some((value) => value !== undefined && (is === undefined || is.includes(value)));
    return (holds ? obligation.duty : obligation.otherwise) !== 'prohibited';
  };
}
