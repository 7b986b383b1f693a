import type { CheckedEdit } from '../edit.ts';
import { offenderElementEdits } from './elements.ts';
import { knownOffenderEdits } from './known.ts';
import { offenderNumberEdits } from './numbers.ts';
import { offenderRelationshipEdits } from './relationships.ts';
import { offenderWarnings } from './warnings.ts';

/** Level 5. */
export const offenderEdits: readonly CheckedEdit[] = [
  ...offenderElementEdits,
  ...offenderNumberEdits,
  ...offenderRelationshipEdits,
  ...knownOffenderEdits,
  ...offenderWarnings,
];
