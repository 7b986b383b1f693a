import type { EditCase } from '../case.ts';
import { activityCases } from './activities.ts';
import { biasCases } from './bias.ts';
import { offenseElementCases } from './elements.ts';
import { locationCases } from './location.ts';
import { offenseCodeCases } from './offenses.ts';
import { weaponCases } from './weapons.ts';

export const offenseCases: readonly EditCase[] = [
  ...offenseElementCases,
  ...offenseCodeCases,
  ...locationCases,
  ...activityCases,
  ...weaponCases,
  ...biasCases,
];
