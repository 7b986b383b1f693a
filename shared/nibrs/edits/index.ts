export { edits } from './catalog.ts';
export type { Edit, EditContext, Scope } from './edit.ts';
export { type LedgerCode, ledgerFinding } from './ledger.ts';
export { validateReport } from './validate.ts';
