import { type Agencies, type EditContext, validateReport } from '../nibrs/edits/index.ts';
import type { Finding } from '../nibrs/finding.ts';
import { toFederalReport } from '../nibrs/flatfile/federal.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { type FederalReport, monthOf, type Period } from '../nibrs/model/index.ts';
import { readStateHalf, type StateHalf, type StateProfile, stateLevels } from '../state/index.ts';
import { FileMemory } from './file-memory.ts';
import { notProcessed } from './own-findings.ts';
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
 */
export async function* examineFile(
  stream: AsyncIterable<Uint8Array>,
  { today, profile, period = monthOf(today), agencies }: ExamineFileOptions,
): AsyncGenerator<ExaminedReport | { refusal: Refusal }> {
  const memory = new FileMemory();
  let stateCode: string | undefined;
  for await (const part of readFile(stream, stateLevels(profile))) {
    if ('refusal' in part) {
      yield part;
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
export function withFailure({ source, findings }: ExaminedReport, error: unknown): ExaminedReport {
  const failure = error instanceof Error ? error : new Error(String(error));
  return { source, findings: [...findings, notProcessed(source)], failure };
}

export function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

function editContext(source: SourceReport, { period, today, stateCode, agencies }: ExamineContext): EditContext {
  return { period: periodOf(source) ?? period, today, stateCode, agencies };
}
