import type { CheckedEdit } from '../edit.ts';
import { elementsByOffenseEdits } from './by-offense.ts';
import { elementsByTypeEdits } from './by-type.ts';
import { circumstanceEdits } from './circumstances.ts';
import { connectedOffenseEdits } from './connected-offenses.ts';
import { victimElementEdits } from './elements.ts';
import { injuryEdits } from './injuries.ts';
import { victimNumberEdits } from './numbers.ts';
import { officerEdits } from './officer.ts';
import { victimPersonEdits } from './person.ts';
import { victimRelationshipWarnings } from './relationship-warnings.ts';
import { victimRelationshipEdits } from './relationships.ts';
import { victimTypeEdits } from './type.ts';
import { victimWarnings } from './warnings.ts';

/** Level 4. */
export const victimEdits: readonly CheckedEdit[] = [
  ...victimElementEdits,
  ...victimTypeEdits,
  ...elementsByTypeEdits,
  ...elementsByOffenseEdits,
  ...victimPersonEdits,
  ...officerEdits,
  ...circumstanceEdits,
  ...injuryEdits,
  ...victimNumberEdits,
  ...connectedOffenseEdits,
  ...victimRelationshipEdits,
  ...victimRelationshipWarnings,
  ...victimWarnings,
];
