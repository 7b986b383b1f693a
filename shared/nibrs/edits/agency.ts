import type { Period } from '../model/index.ts';

/** What edits need to know of an agency. A fact that is not known is absent, and its edit is not checked. */
export interface Agency {
  /** Only federal and tribal agencies report certain offenses, and from more than one state. */
  readonly kind: 'local' | 'state' | 'federal' | 'tribal';
  readonly name?: string | undefined;
  /** Month of its first NIBRS report. */
  readonly nibrsSince?: Period | undefined;
  /** Whether the FBI has certified it for NIBRS. */
  readonly certified?: boolean | undefined;
  /** Another agency, by its ORI, reports for it: it is "covered by" that one. */
  readonly covered?: { readonly by: string; readonly since: Period } | undefined;
  /** First month in which it reports no more. */
  readonly dormantSince?: Period | undefined;
  /** Name of the agency that the FBI has given this ORI to, where that is another one than the agency which uses it. */
  readonly oriGivenTo?: string | undefined;
  /** Month from which it reports cargo theft, and so uses the long form of level 1. */
  readonly cargoTheftSince?: Period | undefined;
  /** Month from which it reports up to five bias motivations, and so uses the long form of level 2. */
  readonly biasMotivationsSince?: Period | undefined;
  /** Month from which it reports the ethnicity of offenders, and so uses the long form of level 5. */
  readonly offenderEthnicitySince?: Period | undefined;
}

/** Finds an agency by its ORI; undefined when there is no such agency. */
export type Agencies = (ori: string) => Agency | undefined;

/** True when the agency is known to be federal or tribal. */
export function isFederalOrTribal(agencies: Agencies | undefined, ori: string | undefined): boolean {
  const kind = agencies?.(ori ?? '')?.kind;
  return kind === 'federal' || kind === 'tribal';
}

/** An agency as messages call it: its ORI, with its name when that is known. */
export function spellAgency(agencies: Agencies | undefined, ori: string): string {
  const name = agencies?.(ori)?.name;
  return name === undefined ? ori : `${ori} (${name})`;
}
