import type { EditCase } from '../case.ts';
import { descriptionCases } from './descriptions.ts';
import { drugCases } from './drugs.ts';
import { propertyElementCases } from './elements.ts';
import { propertyLossCases } from './losses.ts';
import { recoveryCases } from './recovery.ts';
import { repeatCases } from './repeats.ts';
import { propertyValueCases } from './values.ts';
import { vehicleCases } from './vehicles.ts';
import { propertyWarningCases } from './warnings.ts';

export const propertyCases: readonly EditCase[] = [
  ...propertyElementCases,
  ...descriptionCases,
  ...drugCases,
  ...propertyWarningCases,
  ...propertyLossCases,
  ...propertyValueCases,
  ...recoveryCases,
  ...repeatCases,
  ...vehicleCases,
];
