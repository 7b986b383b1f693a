import { codeList, edition2025 } from './code-list.ts';

/** Elements 27 and 38 */
export const sexes = codeList({
  F: 'female',
  M: 'male',
  U: 'unknown',
});

/** Element 48: unknown is new for arrestees. */
export const arresteeSexes = codeList({
  F: 'female',
  M: 'male',
  U: { meaning: 'unknown', since: edition2025 },
});

/** Elements 28, 39 and 49 */
export const races = codeList({
  W: 'White',
  B: 'Black or African American',
  I: 'American Indian or Alaska Native',
  A: 'Asian',
  P: 'Native Hawaiian or Other Pacific Islander',
  U: 'Unknown',
});

/** Elements 29, 39A and 50 */
export const ethnicities = codeList({
  H: 'Hispanic or Latino',
  N: 'Not Hispanic or Latino',
  U: 'Unknown',
});

/** Elements 30 and 51 */
export const residentStatuses = codeList({
  N: 'nonresident',
  R: 'resident',
  U: 'unknown',
});

/** Element 26: ages below one year, for victims only. */
export const infantAges = codeList({
  NN: 'under 24 hours old',
  NB: '1 to 6 days old',
  BB: '7 to 364 days old',
});
