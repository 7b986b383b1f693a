import type { EditCase } from '../case.ts';
import { cargoTheftCases } from './cargo-theft.ts';
import { clearanceCases } from './clearance.ts';
import { administrativeElementCases } from './elements.ts';

export const administrativeCases: readonly EditCase[] = [
  ...administrativeElementCases,
  ...cargoTheftCases,
  ...clearanceCases,
];
