import { codeList, edition2025 } from './code-list.ts';

/** Element 25 */
export const victimTypes = codeList({
  B: 'Business',
  F: 'Financial Institution',
  G: 'Government',
  I: 'Individual',
  L: 'Law Enforcement Officer',
  O: 'Other',
  R: 'Religious Organization',
  S: 'Society/Public',
  U: 'Unknown',
});

/** Element 33. N stands alone. */
export const injuries = codeList({
  N: 'none',
  B: 'apparent broken bones',
  G: { meaning: 'gunshot wound', since: edition2025 },
  I: 'possible internal injury',
  L: 'severe laceration',
  M: 'apparent minor injury',
  O: 'other major injury',
  T: 'loss of teeth',
  U: 'unconsciousness',
});
