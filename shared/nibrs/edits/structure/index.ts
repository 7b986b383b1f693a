import type { CheckedEdit } from '../edit.ts';
import { propertyStructureEdits } from './property.ts';
import { segmentStructureEdits } from './segments.ts';

/** How the segments of an incident hang together. */
export const structureEdits: readonly CheckedEdit[] = [...segmentStructureEdits, ...propertyStructureEdits];
