import type { EditContext } from '../edit.ts';
import type { Incident } from '../incident.ts';

/**
 * True when the incident happened before its agency reported to NIBRS. Such an incident is sent for an arrest or
 * recovery that came later, and is exempt from some edits. False when nothing is known of the agency.
 */
export function isPreNibrs({ administrative }: Incident, { agencies }: EditContext): boolean {
  const since = agencies?.(administrative?.ori ?? '')?.nibrsSince;
  const date = administrative?.incidentDate;
  if (since === undefined || date === undefined) return false;
  return `${date.slice(0, 4)}-${date.slice(4, 6)}` < since;
}
