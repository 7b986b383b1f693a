import { infantAges } from '../../codes/index.ts';
import { spell } from '../message.ts';

/** An age that is known: two digits, or a range of two times two. */
const known = /^(?!00)\d\d(\d\d)?$/;

/**
 * The years that an age says; of a range its average without the fraction, as the FBI stores it. `undefined` when the
 * age is blank, unknown (00) or not legal. 99 stands for every age over 98.
 */
export function yearsOf(age: string | undefined): number | undefined {
  const oldest = oldestYearsOf(age);
  if (age === undefined || oldest === undefined) return undefined;
  return Math.trunc((Number(age.slice(0, 2)) + oldest) / 2);
}

/** The years at the end of a range, or those of an exact age; `undefined` as in `yearsOf`. */
export function oldestYearsOf(age: string | undefined): number | undefined {
  if (age === undefined || !known.test(age)) return undefined;
  if (age.length === 2) return Number(age);
  return age.slice(0, 2) < age.slice(2) ? Number(age.slice(2)) : undefined;
}

/** As `yearsOf`, for victims: under one year (NN, NB, BB) is 0. */
export function yearsOfVictim(age: string | undefined): number | undefined {
  return age !== undefined && infantAges.has(age) ? 0 : yearsOf(age);
}

/** An age in words: `27`, `16 to 19 (on average 17)`, `NB (1 to 6 days old)`. */
export function spellAge(age: string): string {
  if (age.length < 4) return spell('26', age);
  return `${age.slice(0, 2)} to ${age.slice(2)} (on average ${yearsOf(age)})`;
}
