import type { CheckedEdit } from '../edit.ts';
import { groupBElementEdits } from './elements.ts';
import { groupBPersonEdits } from './person.ts';

/** Level 7. */
export const groupBEdits: readonly CheckedEdit[] = [...groupBElementEdits, ...groupBPersonEdits];
