import type { Period } from '../model/index.ts';

/** What edits need to know of an agency. A fact that is not known is absent, and its edit is not checked. */
export interface Agency {
  /** Only federal and tribal agencies report certain offenses, and from more than one state. */
  readonly kind: 'local' | 'state' | 'federal' | 'tribal';
  /** Month of its first NIBRS report. */
  readonly nibrsSince?: Period | undefined;
}

/** Finds an agency by its ORI; undefined when there is no such agency. */
export type Agencies = (ori: string) => Agency | undefined;

/** True when the agency is known to be federal or tribal. */
export function isFederalOrTribal(agencies: Agencies | undefined, ori: string | undefined): boolean {
  const kind = agencies?.(ori ?? '')?.kind;
  return kind === 'federal' || kind === 'tribal';
}
