import type { EditCase } from '../case.ts';
import { propertyElementCases } from './elements.ts';

export const propertyCases: readonly EditCase[] = [...propertyElementCases];
