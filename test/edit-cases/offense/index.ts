import type { EditCase } from '../case.ts';
import { offenseElementCases } from './elements.ts';

export const offenseCases: readonly EditCase[] = [...offenseElementCases];
