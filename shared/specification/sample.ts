import { examineFile } from '../intake/examine.ts';
import type { Finding } from '../nibrs/finding.ts';
import { writeSegment } from '../nibrs/flatfile/write-segment.ts';
import type { Period, Segment, SubmittedReport } from '../nibrs/model/index.ts';
import type { StateProfile } from '../state/declaration.ts';
import { type StateValue, toStateCodes, writeStateSegments } from '../state/index.ts';

/** A report as an agency sends it: the FBI's part of it, and the values of the state's elements. */
export interface Sample {
  readonly report: SubmittedReport;
  readonly values: readonly StateValue[];
}

/** The edition of NIBRS that the samples are of. */
const edition = '2025-01';

/** The month for which the samples are submitted: the first one in which all elements of the profile are in effect. */
export function sampleMonth({ effective, elements }: StateProfile): Period {
  const months = [effective, edition, ...elements.map((element) => element.effective ?? effective)];
  return months.reduce((last, month) => (month > last ? month : last));
}

/** A day of that month, as the FBI writes it. */
export function sampleDay(profile: StateProfile, day: string): string {
  return sampleMonth(profile).replace('-', '') + day;
}

/** The lines of a sample, under a number of its own: the segments of the FBI, and behind them those of the state. */
export function linesOf(profile: StateProfile, { report, values }: Sample, number: string): string[] {
  const sent = toStateCodes(profile, numbered(report, number), values);
  const head = { action: report.action, period: sampleMonth(profile), ori: report.ori, number };
  const half = { profile: profile.state, version: profile.version, values: [...values] };
  return [...sent.segments.map(writeSegment), ...writeStateSegments(profile, head, half)];
}

/** What the validator finds in a file, at the end of the month for which the samples are submitted. */
export async function findingsIn(profile: StateProfile, file: Uint8Array): Promise<Finding[]> {
  const today = sampleDay(profile, '28');
  const findings: Finding[] = [];
  for await (const part of examineFile(streamOf(file), { today, profile })) {
    if ('findings' in part) findings.push(...part.findings);
    else throw new RangeError(`The samples of ${profile.state} are not what they should be: ${part.refusal.message}`);
  }
  return findings;
}

async function* streamOf(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield file;
}

/** The lines as the bytes of a flat file. */
export function fileOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(textOf(lines), 'latin1');
}

/** The lines as a file. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function numbered(report: SubmittedReport, number: string): SubmittedReport {
  return { ...report, number, segments: report.segments.map((segment) => withNumber(segment, number)) };
}

function withNumber(segment: Segment, number: string): Segment {
  return segment.level === '7'
    ? { ...segment, arrestTransactionNumber: number }
    : { ...segment, incidentNumber: number };
}

/** `GOOD-0001`: the incident or arrest transaction number of a sample. */
export function sampleNumber(kind: 'GOOD' | 'BAD', index: number): string {
  return `${kind}-${String(index + 1).padStart(4, '0')}`;
}
