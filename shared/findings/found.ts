import type { Finding } from '../nibrs/finding.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { Settlement } from './warnings.ts';

/** In which order findings are listed. */
export type Sort = 'newest' | 'report' | 'code' | 'severity' | 'agency';

/** What is known of the file that a finding is on. */
export interface FoundUpload {
  fileName: string;
  openedAt: Date;
  /** Who uploaded it; `null` where that is not on record. */
  uploadedBy: string | null;
}

/** A finding, and what belongs to it. */
export interface FoundFinding {
  /** Within its submission. */
  id: string;
  submission: string;
  upload: FoundUpload;
  /** `null` for a supplement, which belongs to no month. */
  period: Period | null;
  /** Whose edit it was. */
  source: 'repository' | 'fbi';
  finding: Finding;
  /** `null` while it is open; an error always is. */
  settlement: Settlement | null;
}

/** Which findings are asked for; what is absent does not matter. */
export interface FindingFilter {
  /** This one alone. */
  id?: string | undefined;
  agency?: string | undefined;
  severity?: 'error' | 'warning' | undefined;
  code?: string | undefined;
  /** Number of a report, or how it begins. */
  report?: string | undefined;
  status?: 'open' | 'cleared' | 'dismissed' | undefined;
  source?: 'repository' | 'fbi' | undefined;
  uploadedBy?: string | undefined;
}

/** Whether a finding is asked for. */
export function passes({ id, finding, source, upload, settlement }: FoundFinding, filter: FindingFilter): boolean {
  const { agency, severity, code, report, status, uploadedBy } = filter;
  return (
    (filter.id === undefined || id === filter.id) &&
    (agency === undefined || finding.ori === agency) &&
    (severity === undefined || finding.severity === severity) &&
    (code === undefined || finding.code === code) &&
    (report === undefined || finding.report.startsWith(report)) &&
    (status === undefined || (settlement?.as ?? 'open') === status) &&
    (filter.source === undefined || source === filter.source) &&
    (uploadedBy === undefined || upload.uploadedBy === uploadedBy)
  );
}

/** How many errors and warnings. */
export interface Count {
  name: string;
  errors: number;
  warnings: number;
}

/** What all findings that are asked for add up to. */
export interface FindingTotals {
  errors: number;
  warnings: number;
  /** Reports that have one. */
  reports: number;
  /** The most frequent first. */
  byCode: Count[];
  /** By ORI. */
  byAgency: Count[];
}
