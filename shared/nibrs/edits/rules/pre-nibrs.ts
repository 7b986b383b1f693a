import { monthOf, type Period } from '../../model/index.ts';
import type { EditContext } from '../edit.ts';
import type { Incident } from '../incident.ts';

/**
 * The month of the agency's first NIBRS report, when a day lies before it; `undefined` when it does not, and when nothing
 * is known of the agency.
 */
export function nibrsBeginningAfter(
  day: string | undefined,
  ori: string | undefined,
  { agencies }: EditContext,
): Period | undefined {
  const since = agencies?.(ori ?? '')?.nibrsSince;
  return since !== undefined && day !== undefined && monthOf(day) < since ? since : undefined;
}

/**
 * True when the incident happened before its agency reported to NIBRS. Such an incident is sent for an arrest or
 * recovery that came later, and is exempt from some edits. False when nothing is known of the agency.
 */
export function isPreNibrs({ administrative }: Incident, context: EditContext): boolean {
  return nibrsBeginningAfter(administrative?.incidentDate, administrative?.ori, context) !== undefined;
}
