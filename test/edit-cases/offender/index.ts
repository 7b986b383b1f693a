import type { EditCase } from '../case.ts';
import { offenderElementCases } from './elements.ts';
import { knownOffenderCases } from './known.ts';
import { offenderNumberCases } from './numbers.ts';
import { offenderRelationshipCases } from './relationships.ts';
import { offenderWarningCases } from './warnings.ts';

export const offenderCases: readonly EditCase[] = [
  ...offenderElementCases,
  ...offenderNumberCases,
  ...offenderRelationshipCases,
  ...knownOffenderCases,
  ...offenderWarningCases,
];
