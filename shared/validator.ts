/**
 * The validator as a library: what record systems may build on, and `nibrs validate` does. `docs/library.md` explains
 * it; `npm run library` makes one file of it.
 */
export {
  type ExaminedReport as ValidatedReport,
  type ExamineFileOptions as ValidateFileOptions,
  examineFile as validateFile,
  type Refusal,
} from './intake/examine.ts';
export type { Agencies, Agency } from './nibrs/edits/agency.ts';
export { type Edit, type EditContext, edits, validateReport } from './nibrs/edits/index.ts';
export type { Finding } from './nibrs/finding.ts';
export { readReport } from './nibrs/flatfile/read-report.ts';
export type { SourceRecord, SourceReport } from './nibrs/flatfile/record.ts';
export { findProfile, type StateProfile } from './state/index.ts';
