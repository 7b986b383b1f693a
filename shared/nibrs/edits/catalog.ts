import { administrativeEdits } from './administrative.ts';
import { arresteeEdits } from './arrestee.ts';
import type { CheckedEdit, Edit } from './edit.ts';
import { groupBEdits } from './group-b.ts';
import { headerEdits } from './header.ts';
import { ledgerEdits } from './ledger.ts';
import { offenderEdits } from './offender.ts';
import { offenseEdits } from './offense.ts';
import { propertyEdits } from './property.ts';
import { propertyStructureEdits } from './property-structure.ts';
import { structureEdits } from './structure.ts';
import { victimEdits } from './victim.ts';
import { zeroReportEdits } from './zero-report.ts';

/** Every edit that this project knows, ordered by the FBI's number. */
export const edits: readonly Edit[] = [
  ...headerEdits,
  ...structureEdits,
  ...propertyStructureEdits,
  ...zeroReportEdits,
  ...administrativeEdits,
  ...offenseEdits,
  ...propertyEdits,
  ...victimEdits,
  ...offenderEdits,
  ...arresteeEdits,
  ...groupBEdits,
  ...ledgerEdits,
].sort((a, b) => Number(a.code) - Number(b.code));

/** Those that look at a report alone. */
export const checkedEdits: readonly CheckedEdit[] = edits.filter(
  (edit): edit is CheckedEdit => edit.status === 'active' && edit.on !== 'ledger',
);
