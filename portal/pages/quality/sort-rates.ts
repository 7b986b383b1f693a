import { compareText } from '../../../shared/compare.ts';
import type { Reply } from '../../api.ts';
import { agencyName } from '../../parts/words.ts';

export type AgencyRate = Reply<'readQuality'>['agencies'][number];

/** By what agencies can be sorted; figures with the largest first. */
export const sorts = ['rate', 'name', 'submitted', 'rejected'] as const;
export type Sort = (typeof sorts)[number];

const orders: Readonly<Record<Sort, (one: AgencyRate, other: AgencyRate) => number>> = {
  rate: (one, other) => (other.errorRate ?? -1) - (one.errorRate ?? -1),
  name: (one, other) => compareText(agencyName(one), agencyName(other)),
  submitted: (one, other) => other.submitted - one.submitted,
  rejected: (one, other) => other.rejected - one.rejected,
};

/** What the address asks for; the worst first where it asks for something that there is not. */
export function sortIn(asked: string | undefined): Sort {
  return sorts.find((sort) => sort === asked) ?? 'rate';
}

/** Agencies in that order; those alike by their ORIs. */
export function sortRates(agencies: readonly AgencyRate[], sort: Sort): AgencyRate[] {
  return agencies.toSorted((one, other) => orders[sort](one, other) || compareText(one.ori, other.ori));
}
