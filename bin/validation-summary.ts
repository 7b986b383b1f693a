import type { ExaminedReport } from '../shared/intake/examine.ts';

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
  /** How often each code was found, and what the first finding of it said. */
  codes: Map<string, { times: number; example: string }>;
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
export function addReport(summary: ValidationSummary, { source, findings, failure }: ExaminedReport): void {
  summary.records += source.records.length;
  summary.reports += 1;
  if (findings.some(({ severity }) => severity === 'error')) summary.rejected += 1;
  else summary.accepted += 1;
  if (failure) summary.failed += 1;
  for (const { code, severity, message } of findings) {
    if (severity === 'warning') summary.warnings += 1;
    const seen = summary.codes.get(code) ?? { times: 0, example: message };
    summary.codes.set(code, { ...seen, times: seen.times + 1 });
  }
}
