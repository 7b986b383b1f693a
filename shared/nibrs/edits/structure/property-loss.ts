import { groupAOffenses } from '../../codes/index.ts';
import type { OffenseSegment } from '../../model/index.ts';

/**
 * Which types of property loss (element 14) a completed offense can have (specification table 3-26). These are also all
 * offenses that can have a property segment at all; attempted, each of them has type 1 or 8.
 */
const completedLosses: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...losses('1 5', ['280']),
  ...losses('1 5 7 8', ['100', '220', '510']),
  ...losses('1 6', ['35A', '35B', '521', '522', '526', '58A', '61A', '61B', '620']),
  ...losses('2', ['200']),
  ...losses('3 5 6', ['250', '58B']),
  ...losses('4', ['290']),
  ...losses('5 7', ['120', '210', '23A', '23B', '23C', '23D', '23E', '23F', '23G', '23H', '240']),
  ...losses('5 7', ['26A', '26B', '26C', '26D', '26E', '26F', '26G', '26H', '270']),
  ...losses('6', ['39A', '39B', '39C', '39D']),
]);

const attemptedLosses: ReadonlySet<string> = new Set(['1', '8']);
const noLosses: ReadonlySet<string> = new Set();

/** True when an offense can have a property segment (edit 076). */
export function canHaveProperty({ offenseCode }: OffenseSegment): boolean {
  return completedLosses.has(offenseCode ?? '');
}

/**
 * True when edit 074 demands a property segment. It leaves the federal offenses out, although they need one as well;
 * theirs is missed by 077 and 078.
 */
export function mustHaveProperty(offense: OffenseSegment): boolean {
  return canHaveProperty(offense) && groupAOffenses.get(offense.offenseCode ?? '')?.federal === false;
}

/**
 * The types of loss that an offense explains. An unfounded offense, or one that does not say whether it was completed,
 * explains what either would: the specification's lists have no U.
 */
export function lossesOf({ offenseCode, attemptedCompleted }: OffenseSegment): ReadonlySet<string> {
  const completed = completedLosses.get(offenseCode ?? '');
  if (completed === undefined) return noLosses;
  if (attemptedCompleted === 'C') return completed;
  return attemptedCompleted === 'A' ? attemptedLosses : new Set([...completed, ...attemptedLosses]);
}

function losses(types: string, offenses: readonly string[]): [string, ReadonlySet<string>][] {
  const set: ReadonlySet<string> = new Set(types.split(' '));
  return offenses.map((offense) => [offense, set]);
}
