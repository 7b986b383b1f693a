import { codeList } from './code-list.ts';

/** Element 43 */
export const arrestTypes = codeList({
  O: 'on-view arrest',
  S: 'summoned/cited',
  T: 'taken into custody',
});

/** Element 44: how arrests for several incidents count. */
export const multipleArresteeIndicators = codeList({
  C: 'count arrestee',
  M: 'multiple',
  N: 'not applicable',
});

/** Element 52 */
export const juvenileDispositions = codeList({
  H: 'handled within department',
  R: 'referred to other authorities',
});
