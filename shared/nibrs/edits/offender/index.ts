import type { CheckedEdit } from '../edit.ts';
import { offenderElementEdits } from './elements.ts';

/** Level 5. */
export const offenderEdits: readonly CheckedEdit[] = [...offenderElementEdits];
