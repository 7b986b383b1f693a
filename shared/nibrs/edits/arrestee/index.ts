import type { CheckedEdit } from '../edit.ts';
import { arresteeElementEdits } from './elements.ts';
import { arresteeIncidentEdits } from './incident.ts';
import { arresteePersonEdits } from './person.ts';

/** Level 6. */
export const arresteeEdits: readonly CheckedEdit[] = [
  ...arresteeElementEdits,
  ...arresteePersonEdits,
  ...arresteeIncidentEdits,
];
