export type { Agencies, Agency } from './agency.ts';
export { edits } from './catalog.ts';
export type { Edit, EditContext, Scope } from './edit.ts';
export { type LedgerCode, ledgerFinding } from './ledger.ts';
export { spell } from './message.ts';
export { validateReport } from './validate.ts';
