import type { Edit } from '../edit.ts';
import { cargoTheftEdits } from './cargo-theft.ts';
import { clearanceEdits } from './clearance.ts';
import { administrativeElementEdits } from './elements.ts';

/** Level 1. */
export const administrativeEdits: readonly Edit[] = [
  ...administrativeElementEdits,
  ...cargoTheftEdits,
  ...clearanceEdits,
];
