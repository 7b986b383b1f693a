import type { Edit } from '../edit.ts';
import { descriptionEdits } from './descriptions.ts';
import { drugAmountEdits } from './drug-amounts.ts';
import { drugEdits } from './drugs.ts';
import { propertyElementEdits } from './elements.ts';
import { lossEdits } from './losses.ts';
import { recoveryEdits } from './recovery.ts';
import { repeatEdits } from './repeats.ts';
import { theftWarnings } from './theft-warnings.ts';
import { valueEdits } from './values.ts';
import { vehicleEdits } from './vehicles.ts';
import { propertyWarnings } from './warnings.ts';

/** Level 3. */
export const propertyEdits: readonly Edit[] = [
  ...propertyElementEdits,
  ...lossEdits,
  ...valueEdits,
  ...recoveryEdits,
  ...repeatEdits,
  ...vehicleEdits,
  ...descriptionEdits,
  ...drugEdits,
  ...drugAmountEdits,
  ...theftWarnings,
  ...propertyWarnings,
];
