import type { CheckedEdit } from '../edit.ts';
import { offenseElementEdits } from './elements.ts';

/** Level 2. */
export const offenseEdits: readonly CheckedEdit[] = [...offenseElementEdits];
