import type { EditCase } from '../case.ts';
import { elementsByOffenseCases } from './by-offense.ts';
import { elementsByTypeCases } from './by-type.ts';
import { circumstanceCases } from './circumstances.ts';
import { connectedOffenseCases } from './connected-offenses.ts';
import { victimElementCases } from './elements.ts';
import { injuryCases } from './injuries.ts';
import { victimNumberCases } from './numbers.ts';
import { officerCases } from './officer.ts';
import { victimPersonCases } from './person.ts';
import { victimRelationshipWarningCases } from './relationship-warnings.ts';
import { victimRelationshipCases } from './relationships.ts';
import { victimTypeCases } from './type.ts';
import { victimWarningCases } from './warnings.ts';

export const victimCases: readonly EditCase[] = [
  ...victimElementCases,
  ...victimTypeCases,
  ...elementsByTypeCases,
  ...elementsByOffenseCases,
  ...victimPersonCases,
  ...officerCases,
  ...circumstanceCases,
  ...injuryCases,
  ...victimNumberCases,
  ...connectedOffenseCases,
  ...victimRelationshipCases,
  ...victimRelationshipWarningCases,
  ...victimWarningCases,
];
