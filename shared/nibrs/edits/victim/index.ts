import type { CheckedEdit } from '../edit.ts';
import { victimElementEdits } from './elements.ts';

/** Level 4. */
export const victimEdits: readonly CheckedEdit[] = [...victimElementEdits];
