import { administrativeCases } from './administrative/index.ts';
import { agencyCases } from './agency.ts';
import { allAgeCases } from './ages.ts';
import { arrestCases } from './arrests/index.ts';
import type { EditCase } from './case.ts';
import { headerCases, zeroReportCases } from './header.ts';
import { identifierCases } from './identifiers.ts';
import { offenderCases } from './offender/index.ts';
import { offenseCases } from './offense/index.ts';
import { oneMistakeCases } from './one-mistake.ts';
import { propertyCases } from './property/index.ts';
import { propertyStructureCases, structureCases } from './structure.ts';
import { victimCases } from './victim/index.ts';

export { type EditCase, editContext } from './case.ts';

/** Every edit shown at work, at least once. */
export const editCases: readonly EditCase[] = [
  ...headerCases,
  ...structureCases,
  ...propertyStructureCases,
  ...zeroReportCases,
  ...administrativeCases,
  ...offenseCases,
  ...propertyCases,
  ...victimCases,
  ...offenderCases,
  ...arrestCases,
  ...allAgeCases,
  ...identifierCases,
  ...agencyCases,
  ...oneMistakeCases,
];
