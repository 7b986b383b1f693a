import type { Finding } from '../nibrs/finding.ts';
import type { SubmittedReport } from '../nibrs/model/index.ts';
import { elementOf, type StateElement, type StateProfile } from './declaration.ts';
import { type Subject, subjectsOf } from './described.ts';
import { stateLayouts } from './layout.ts';
import { stateFinding } from './rules.ts';
import type { StateValue } from './state-half.ts';

/**
 * A finding for every element that a report owes and does not have: mandatory ones, in reports for a month in which
 * the profile is in effect, and those that another element calls for.
 */
export function missingElements(
  profile: StateProfile,
  report: SubmittedReport,
  values: readonly StateValue[],
): Finding[] {
  const isGiven = (element: string, subject: Subject) =>
    values.some((value) => value.element === element && value.sequence === subject);

  return stateLayouts(profile).flatMap(({ segment, fields }) =>
    subjectsOf(report, segment.describes).flatMap((subject) =>
      fields.flatMap((field) => {
        const element = elementOf(profile, field.element);
        if (isGiven(element.id, subject)) return [];
        const severity = owed(profile, element, report, (other) => isGiven(other, subject));
        const place = { ori: report.ori, number: report.number, segment, sequence: subject, field };
        return severity ? [stateFinding(profile, 'missing', place, severity)] : [];
      }),
    ),
  );
}

/** How serious the lack of an element is; undefined when it may be absent. */
function owed(
  profile: StateProfile,
  { obligation }: StateElement,
  report: SubmittedReport,
  isGiven: (element: string) => boolean,
): Finding['severity'] | undefined {
  if (obligation.kind === 'conditional') return isGiven(obligation.with) ? 'error' : undefined;
  if (obligation.kind === 'optional') return undefined;
  return isInEffect(profile, report) ? obligation.missing : undefined;
}

function isInEffect(profile: StateProfile, { segments: [first] }: SubmittedReport): boolean {
  return `${first?.submissionYear}-${first?.submissionMonth}` >= profile.effective;
}
