import { codeList, edition2025 } from './code-list.ts';

/** Element 7 */
export const attemptedCompleted = codeList({
  A: 'attempted',
  C: 'completed',
  U: { meaning: 'unfounded', since: edition2025 },
});

/** Element 8. N stands alone. */
export const offenderSuspectedOfUsing = codeList({
  A: 'alcohol',
  C: 'computer equipment',
  D: 'drugs/narcotics',
  N: 'not applicable',
  R: { meaning: 'drone/unmanned aircraft system', since: edition2025 },
});

/** Element 11: how a burglar came in; F also when both ways were used. */
export const methodsOfEntry = codeList({
  F: 'force',
  N: 'no force',
});

/** Element 12: kind of activity, and J, G, N for gangs. A, F, I and S go with animal cruelty only. */
export const criminalActivities = codeList({
  A: 'simple/gross neglect',
  B: 'buying/receiving',
  C: 'cultivating',
  D: 'distributing/selling',
  E: 'exploiting children',
  F: 'organized abuse',
  I: 'intentional abuse and torture',
  O: 'operating/promoting/assisting/abetting',
  P: 'possessing/concealing',
  R: { meaning: 'stolen firearm', since: edition2025 },
  S: 'animal sexual abuse',
  T: 'transporting/transmitting/importing',
  U: 'using/consuming',
  W: { meaning: 'conspiracy', since: edition2025 },
  J: 'juvenile gang',
  G: 'other gang',
  N: 'none/unknown',
});
