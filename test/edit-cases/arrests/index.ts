import type { EditCase } from '../case.ts';
import { arresteeElementCases, groupBElementCases } from './elements.ts';
import { arresteeIncidentCases } from './incident.ts';
import { arresteePersonCases, groupBPersonCases } from './person.ts';

/** Levels 6 and 7. */
export const arrestCases: readonly EditCase[] = [
  ...arresteeElementCases,
  ...arresteePersonCases,
  ...arresteeIncidentCases,
  ...groupBElementCases,
  ...groupBPersonCases,
];
