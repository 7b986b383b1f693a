import { codeList } from './code-list.ts';

/** Element 3: whether the date is that of the report. */
export const reportDateIndicator = codeList({
  R: 'the date is the report date',
});

/** Element 4. N also for an incident that an arrest cleared. */
export const clearedExceptionally = codeList({
  A: 'death of offender',
  B: 'prosecution declined',
  C: 'in custody of other jurisdiction',
  D: 'victim refused to cooperate',
  E: 'juvenile/no custody',
  N: 'not applicable',
});

/** Those that say that the incident was cleared. */
export const clearances: ReadonlySet<string> = new Set([...clearedExceptionally.keys()].filter((code) => code !== 'N'));

/** Element 2A */
export const cargoTheft = codeList({
  Y: 'yes',
  N: 'no',
});
