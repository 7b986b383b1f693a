import { writeSegment } from '../../shared/nibrs/flatfile/write-segment.ts';
import { findProfile, type StateProfile, toStateCodes, writeStateSegments } from '../../shared/state/index.ts';
import { type GeneratedReport, type GenerateOptions, generateReports } from './reports.ts';

export type LineEnd = '\n' | '\r\n';

/** A flat file of valid reports. The same options give the same bytes. */
export function generateFile(options: GenerateOptions & { lineEnd: LineEnd }): string {
  return writeFile(generateReports(options), options);
}

/** The reports as one flat file, each with its state segments behind it. */
export function writeFile(
  reports: readonly GeneratedReport[],
  { state, lineEnd }: { state: string; lineEnd: LineEnd },
): string {
  const profile = findProfile(state);
  const lines = reports.flatMap((report) => linesOf(report, profile));
  return lines.map((line) => line + lineEnd).join('');
}

/** One report's lines without line ends. */
export function linesOf({ report, state }: GeneratedReport, profile?: StateProfile): string[] {
  if (!state || !profile) return report.segments.map(writeSegment);
  const sent = toStateCodes(profile, report, state.values);
  const [first] = report.segments;
  const period = `${first?.submissionYear}-${first?.submissionMonth}`;
  const { action, ori, number } = report;
  return [...sent.segments.map(writeSegment), ...writeStateSegments(profile, { action, period, ori, number }, state)];
}
