import { compareText } from '../shared/compare.ts';
import { type Examined, isRejected } from '../shared/intake/examine.ts';
import type { Finding } from '../shared/nibrs/finding.ts';

/** What `validate` saw of one number. */
export interface CodeSummary {
  code: string;
  severity: Finding['severity'];
  times: number;
  /** What the first finding of it said. */
  example: string;
}

/** What `validate` saw in all files together. */
export interface ValidationSummary {
  files: number;
  refused: number;
  records: number;
  reports: number;
  accepted: number;
  rejected: number;
  /** Reports that a fault of ours kept from being examined; counted in `rejected` too. */
  failed: number;
  warnings: number;
  codes: Map<string, CodeSummary>;
}

export function emptySummary(): ValidationSummary {
  return {
    files: 0,
    refused: 0,
    records: 0,
    reports: 0,
    accepted: 0,
    rejected: 0,
    failed: 0,
    warnings: 0,
    codes: new Map(),
  };
}

/** Adds one report and its findings to the summary, in place. */
export function addReport(summary: ValidationSummary, examined: Examined): void {
  const { source, findings, failure } = examined;
  summary.records += source.records.length;
  summary.reports += 1;
  if (isRejected(examined)) summary.rejected += 1;
  else summary.accepted += 1;
  if (failure) summary.failed += 1;
  for (const { code, severity, message } of findings) {
    if (severity === 'warning') summary.warnings += 1;
    const seen = summary.codes.get(code);
    if (seen) seen.times += 1;
    else summary.codes.set(code, { code, severity, times: 1, example: message });
  }
}

/** How many findings were errors. */
export function errorsIn({ codes, warnings }: ValidationSummary): number {
  return [...codes.values()].reduce((sum, { times }) => sum + times, 0) - warnings;
}

/** The numbers that were found, the most frequent first. */
export function mostFrequentFirst({ codes }: ValidationSummary): CodeSummary[] {
  return [...codes.values()].toSorted((one, other) => other.times - one.times || compareText(one.code, other.code));
}
