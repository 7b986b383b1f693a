import type { CheckedEdit } from '../edit.ts';
import { arresteeElementEdits } from './elements.ts';

/** Level 6. */
export const arresteeEdits: readonly CheckedEdit[] = [...arresteeElementEdits];
