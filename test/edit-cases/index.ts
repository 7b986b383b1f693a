import { administrativeCases } from './administrative.ts';
import type { EditCase } from './case.ts';
import { headerCases, zeroReportCases } from './header.ts';
import { identifierCases } from './identifiers.ts';
import { offenseCases } from './offense.ts';
import { allAgeCases, arresteeCases, groupBCases, offenderCases } from './people.ts';
import { propertyCases } from './property.ts';
import { propertyStructureCases, structureCases } from './structure.ts';
import { victimCases } from './victim.ts';

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
  ...arresteeCases,
  ...groupBCases,
  ...allAgeCases,
  ...identifierCases,
];
