import type { CheckedEdit } from '../edit.ts';
import { activityEdits } from './activities.ts';
import { biasEdits } from './bias.ts';
import { offenseElementEdits } from './elements.ts';
import { locationEdits } from './location.ts';
import { offenseCodeEdits } from './offenses.ts';
import { weaponEdits } from './weapons.ts';

/** Level 2. */
export const offenseEdits: readonly CheckedEdit[] = [
  ...offenseElementEdits,
  ...offenseCodeEdits,
  ...locationEdits,
  ...activityEdits,
  ...weaponEdits,
  ...biasEdits,
];
