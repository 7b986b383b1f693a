import type { EditCase } from '../case.ts';
import { administrativeElementCases } from './elements.ts';

export const administrativeCases: readonly EditCase[] = [...administrativeElementCases];
