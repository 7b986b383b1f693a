import type { Edit } from '../edit.ts';
import { propertyElementEdits } from './elements.ts';

/** Level 3. */
export const propertyEdits: readonly Edit[] = [...propertyElementEdits];
