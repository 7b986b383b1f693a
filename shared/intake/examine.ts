import { type Agencies, type EditContext, validateReport } from '../nibrs/edits/index.ts';
import type { Finding } from '../nibrs/finding.ts';
import { toFederalReport } from '../nibrs/flatfile/federal.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { type FederalReport, monthOf, type Period } from '../nibrs/model/index.ts';
import {
  type GivenValue,
  type ReadSupplement,
  readStateHalf,
  readSupplement,
  type SourceSupplement,
  type StateHalf,
  type StateProfile,
} from '../state/index.ts';
import { FileMemory } from './file-memory.ts';
import { notProcessed, type Source } from './own-findings.ts';
import { periodOf } from './period.ts';
import { readFile } from './read-file.ts';
import type { Refusal } from './refusal.ts';
import { isOri } from './split.ts';
import { findingsOf, type Verdict } from './verdict.ts';

export type { Refusal } from './refusal.ts';

/** A report after all edits; it has a federal half when none of them found an error. */
export interface ExaminedReport {
  source: SourceReport;
  findings: Finding[];
  federal?: FederalReport | undefined;
  state?: StateHalf | undefined;
  /** What our own code threw on this report; finding NL01 tells the agency. */
  failure?: Error | undefined;
}

/** The rows of a supplement under one number, after all that can be said of them without the report. */
export interface ExaminedSupplement {
  source: SourceSupplement;
  findings: Finding[];
  /** A supplement has none. */
  federal?: undefined;
  /** What can be taken of it, although something else is wrong. */
  state?: StateHalf | undefined;
  failure?: Error | undefined;
}

export type Examined = ExaminedReport | ExaminedSupplement;

export interface ExamineContext {
  /** Month of submission of a report whose own header has none. */
  period: Period;
  /** YYYYMMDD */
  today: string;
  /** First two characters of the file's first ORI (edit 059). */
  stateCode?: string | undefined;
  profile?: StateProfile | undefined;
  /** What is known of agencies; without it no edit asks. */
  agencies?: Agencies | undefined;
}

/**
 * Runs the FBI's and the state's edits over one report. The FBI's see what the FBI will see: its own codes, where the
 * state has others. Never throws: a fault of ours becomes finding NL01.
 */
export function examineReport(sent: SourceReport, context: ExamineContext): ExaminedReport {
  try {
    const read = context.profile && readStateHalf(context.profile, sent);
    const source = read?.source ?? sent;
    const findings = validateReport(source, editContext(source, context));
    if (read) findings.push(...read.findings);
    if (findings.some(isError)) return { source, findings };
    const federal = toFederalReport(source.report);
    if (!federal) throw new TypeError('A report without findings does not have the structure of a report.');
    return { source, findings, federal, state: read?.half };
  } catch (error) {
    return withFailure({ source: sent, findings: [] }, error);
  }
}

/**
 * Examines the rows of a supplement under one number by themselves. `columns` are those of the file, which the profile
 * knows, and `period` is the month in which it was sent. Never throws, as `examineReport`.
 */
export function examineSupplement(
  source: SourceSupplement,
  { profile, columns, period }: { profile: StateProfile; columns: readonly string[]; period: Period },
): ExaminedSupplement & Pick<ReadSupplement, 'given'> {
  try {
    const { given, findings } = readSupplement(profile, columns, source, period);
    return { source, findings, given, state: halfOf(profile, given) };
  } catch (error) {
    return { ...withFailure({ source, findings: [] }, error), given: [] };
  }
}

/** The state half that holds these values; undefined when there is none. */
export function halfOf(profile: StateProfile, given: readonly GivenValue[]): StateHalf | undefined {
  const values = given.map(({ value }) => value);
  return values.length > 0 ? { profile: profile.state, version: profile.version, values } : undefined;
}

export interface ExamineFileOptions {
  /** YYYYMMDD */
  today: string;
  profile?: StateProfile | undefined;
  /** Month of submission of reports whose header has none; the current month when it is absent. */
  period?: Period | undefined;
  /** What is known of agencies; without it no edit asks. */
  agencies?: Agencies | undefined;
}

/**
 * Examines a whole file as the pipeline would, against an empty ledger, and yields report by report. A refusal comes
 * last: alone when the file is of another kind, after all reports when it is cut off or its lines are damaged; then none
 * of those reports would be filed. Holds what was reported under which number, otherwise no more than a piece of the file.
 * A supplement is examined by itself: whether its reports are on file, and what they say, is not known here.
 */
export async function* examineFile(
  stream: AsyncIterable<Uint8Array>,
  { today, profile, period = monthOf(today), agencies }: ExamineFileOptions,
): AsyncGenerator<Examined | { refusal: Refusal }> {
  const memory = new FileMemory();
  let stateCode: string | undefined;
  for await (const part of readFile(stream, profile)) {
    if ('refusal' in part) {
      yield part;
      continue;
    }
    if ('supplements' in part) {
      if (profile) yield* part.supplements.map((source) => examineSupplement(source, { ...part, profile, period }));
      continue;
    }
    for (const source of part.reports) {
      if (isOri(source.report.ori)) stateCode ??= source.report.ori.slice(0, 2);
      yield remember(memory, examineReport(source, { period, today, stateCode, profile, agencies }), period);
    }
  }
}

function remember(memory: FileMemory, examined: ExaminedReport, period: Period): ExaminedReport {
  const { source, federal, state } = examined;
  if (!federal) return examined;
  try {
    return withVerdict(examined, memory.verdictOn({ source, federal, state }, period));
  } catch (error) {
    return withFailure(examined, error);
  }
}

/** The report with what the ledger refuses, and what it warns of, as findings like any other. */
export function withVerdict(examined: ExaminedReport, verdict: Verdict): ExaminedReport {
  const { source } = examined;
  const added = findingsOf(verdict, source);
  if (added.length === 0) return examined;
  const findings = [...examined.findings, ...added];
  return verdict.refusal ? { source, findings } : { ...examined, findings };
}

/** The report rejected with finding NL01, because our own code threw `error` on it. */
export function withFailure<S extends Source>(
  { source, findings }: { source: S; findings: readonly Finding[] },
  error: unknown,
): { source: S; findings: Finding[]; failure: Error } {
  const failure = error instanceof Error ? error : new Error(String(error));
  return { source, findings: [...findings, notProcessed(source)], failure };
}

/** A report is rejected whole when it has an error; of a supplement whatever is not in error is taken. */
export function isRejected({ source, findings, state }: Examined): boolean {
  const hasError = findings.some(isError);
  return source.report.kind === 'supplement' ? hasError && state === undefined : hasError;
}

export function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

function editContext(source: SourceReport, { period, today, stateCode, agencies }: ExamineContext): EditContext {
  return { period: periodOf(source) ?? period, today, stateCode, agencies };
}
