import type { EditCase } from '../case.ts';
import { victimElementCases } from './elements.ts';

export const victimCases: readonly EditCase[] = [...victimElementCases];
