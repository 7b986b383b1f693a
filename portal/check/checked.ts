import type { Source } from '../../shared/intake/own-findings.ts';
import type { Refusal } from '../../shared/intake/refusal.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';

/** What a check is to know. */
export interface CheckQuestion {
  file: File;
  /** Two-letter code of the state whose elements are read too. */
  state: string | null;
  /** YYYYMMDD */
  today: string;
  /** The agencies whose reports the caller may file; `null` means all. */
  oris: readonly string[] | null;
}

/** What a check found in a file. */
export interface Checked {
  /** Why nothing of the file would be taken. */
  refusal: Refusal | null;
  reports: number;
  accepted: number;
  rejected: number;
  errors: number;
  warnings: number;
  /** Reports that have findings. */
  listed: CheckedReport[];
  /** So many more have some. */
  unlisted: number;
}

export interface CheckedReport {
  kind: Source['report']['kind'];
  ori: string;
  number: string;
  rejected: boolean;
  /** The most serious first. */
  findings: Finding[];
  /** Records that findings are about, without what only the state asks for. */
  lines: { record: number; text: string }[];
}

/** Nobody reads more of a file at a time. */
export const mostListed = 200;
