import { administrativeEdits } from './administrative/index.ts';
import { agencyEdits } from './agency/index.ts';
import { arresteeEdits } from './arrestee/index.ts';
import type { CheckedEdit, Edit } from './edit.ts';
import { groupBEdits } from './group-b/index.ts';
import { headerEdits } from './header.ts';
import { inactiveEdits } from './inactive.ts';
import { ledgerEdits } from './ledger.ts';
import { offenderEdits } from './offender/index.ts';
import { offenseEdits } from './offense/index.ts';
import { propertyEdits } from './property/index.ts';
import { structureEdits } from './structure/index.ts';
import { victimEdits } from './victim/index.ts';
import { zeroReportEdits } from './zero-report/index.ts';

/** Every edit that this project knows, ordered by the FBI's number. */
export const edits: readonly Edit[] = [
  ...headerEdits,
  ...structureEdits,
  ...zeroReportEdits,
  ...agencyEdits,
  ...administrativeEdits,
  ...offenseEdits,
  ...propertyEdits,
  ...victimEdits,
  ...offenderEdits,
  ...arresteeEdits,
  ...groupBEdits,
  ...ledgerEdits,
  ...inactiveEdits,
].sort((a, b) => Number(a.code) - Number(b.code));

/** Those that look at a report alone. */
export const checkedEdits: readonly CheckedEdit[] = edits.filter(
  (edit): edit is CheckedEdit => edit.status === 'active' && edit.on !== 'ledger',
);
