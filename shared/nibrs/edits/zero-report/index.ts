import type { CheckedEdit } from '../edit.ts';
import { zeroReportAgencyEdits } from './agency.ts';
import { zeroReportElementEdits } from './elements.ts';

/** Level 0. */
export const zeroReportEdits: readonly CheckedEdit[] = [...zeroReportElementEdits, ...zeroReportAgencyEdits];
