import type { AgencyRow } from './filter-agencies.ts';

/** A month of an agency that somebody looks at. */
export interface Chosen {
  agency: AgencyRow;
  period: string;
}
