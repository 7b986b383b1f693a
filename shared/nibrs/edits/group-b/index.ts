import type { CheckedEdit } from '../edit.ts';
import { groupBElementEdits } from './elements.ts';

/** Level 7. */
export const groupBEdits: readonly CheckedEdit[] = [...groupBElementEdits];
