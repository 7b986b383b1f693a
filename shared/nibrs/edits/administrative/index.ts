import type { CheckedEdit } from '../edit.ts';
import { administrativeElementEdits } from './elements.ts';

/** Level 1. */
export const administrativeEdits: readonly CheckedEdit[] = [...administrativeElementEdits];
