import type { EditCase } from '../case.ts';
import { offenderElementCases } from './elements.ts';

export const offenderCases: readonly EditCase[] = [...offenderElementCases];
