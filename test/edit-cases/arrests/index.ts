import type { EditCase } from '../case.ts';
import { arresteeElementCases, groupBElementCases } from './elements.ts';

/** Levels 6 and 7. */
export const arrestCases: readonly EditCase[] = [...arresteeElementCases, ...groupBElementCases];
