import type { CheckedEdit } from '../edit.ts';
import { beginningEdits } from './beginning.ts';
import { statusEdits } from './status.ts';

/** What takes facts of the agency to tell, on whatever level; for zero reports see there. */
export const agencyEdits: readonly CheckedEdit[] = [...statusEdits, ...beginningEdits];
