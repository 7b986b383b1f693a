import { createHash } from 'node:crypto';
import type { Cause } from '../../events/envelope.ts';
import type { ReportCommand, ReportContent, ReportKey } from '../ledger/reports/command.ts';
import { contentOf, writeReport } from '../nibrs/flatfile/federal.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import type { FederalReport, Period } from '../nibrs/model/index.ts';
import { countElements, type StateHalf, stateHalfText } from '../state/index.ts';
import { periodOf } from './period.ts';

/** A report that no edit rejected. */
export interface CleanReport {
  source: SourceReport;
  federal: FederalReport;
  state?: StateHalf | undefined;
}

/** From which submission, when, and through whom a report comes. */
export interface FilingContext {
  submission: string;
  /** Month of submission of a report whose own header has none. */
  period: Period;
  at: string;
  by: string;
}

/** What a clean report asks of the ledger. */
export function commandOf({ source, federal, state }: CleanReport, context: FilingContext): ReportCommand {
  const key: ReportKey = {
    kind: federal.kind,
    ori: source.report.ori,
    number: source.report.number,
    part: partOf(federal),
    period: periodOf(source) ?? context.period,
  };
  const stamp = { at: context.at, by: context.by, cause: causeOf(source, context.submission) };
  if (source.report.action === 'D') return { command: 'delete', key, stamp };
  return { command: 'report', key, stamp, content: contentFrom(federal, state, stamp.cause) };
}

/**
 * Hashes are kept in the clear, and the values of a state half are few enough to be guessed from one. So the hash never
 * covers them: a report with a state half is told apart by the record it came from instead, and counts as the same
 * content only when that record is delivered again.
 */
function contentFrom(federal: FederalReport, state: StateHalf | undefined, cause: Cause): ReportContent {
  const lines = writeReport(federal);
  const origin = state ? `\n${cause.submission}\n${cause.record}` : '';
  return {
    contentHash: sha256(contentOf(federal) + origin),
    segments: lines.length,
    stateElements: countElements(state),
    federal: lines.join('\n'),
    state: state && stateHalfText(state),
  };
}

/** Several persons can be arrested under one transaction number; each is a part of its stream. */
function partOf(federal: FederalReport): string {
  return federal.kind === 'arrest' ? (federal.arrest.arresteeSequenceNumber ?? '') : '';
}

/** The hash of the source leaves state segments out, for the same reason. */
function causeOf({ records, stateRecords }: SourceReport, submission: string): Cause {
  const federal = records.filter((record) => !stateRecords.includes(record));
  return { submission, record: records[0]?.number, source: sha256(federal.map(({ text }) => text).join('\n')) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}
