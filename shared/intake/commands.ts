import type { Cause } from '../../events/envelope.ts';
import { InvalidMessageError } from '../errors.ts';
import { maxContentBytes } from '../ledger/port.ts';
import type { ReportCommand, ReportContent, ReportKey } from '../ledger/reports/command.ts';
import { contentOf, dateOf, writeReport } from '../nibrs/flatfile/federal.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import type { FederalReport, Period } from '../nibrs/model/index.ts';
import type { Fingerprint } from '../ports.ts';
import { countElements, type StateHalf, stateContentOf, stateHalfText } from '../state/index.ts';
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
  /**
   * Makes what is kept in the clear of a report's content. Keyed, because the values of a state half are few enough to be
   * found by trying.
   */
  fingerprint: Fingerprint;
}

/** What a clean report asks of the ledger. Throws `InvalidMessageError` for one that is larger than the ledger takes. */
export function commandOf({ source, federal, state }: CleanReport, context: FilingContext): ReportCommand {
  const key: ReportKey = {
    kind: federal.kind,
    ori: source.report.ori,
    number: numberOf(source, federal),
    part: partOf(federal),
    period: periodOf(source) ?? context.period,
  };
  const stamp = { at: context.at, by: context.by, cause: causeOf(source, context) };
  if (source.report.action === 'D') return { command: 'delete', key, stamp, deleteDate: dateOf(federal) };
  return { command: 'report', key, stamp, content: contentFrom(federal, state, context.fingerprint) };
}

function contentFrom(federal: FederalReport, state: StateHalf | undefined, fingerprint: Fingerprint): ReportContent {
  const stateText = state && stateHalfText(state);
  const lines = writeReport(federal);
  const text = lines.join('\n');
  demandFits(text, stateText ?? '');
  return {
    contentHash: fingerprint(`${contentOf(lines)}\n${state ? stateContentOf(state) : ''}`),
    segments: lines.length,
    stateElements: countElements(state),
    date: dateOf(federal),
    federal: text,
    state: stateText,
  };
}

/** Throws `InvalidMessageError` for halves of a report that are larger than the ledger takes. */
export function demandFits(...halves: readonly string[]): void {
  const bytes = halves.reduce((sum, half) => sum + Buffer.byteLength(half), 0);
  if (bytes <= maxContentBytes) return;
  throw new InvalidMessageError(
    `A report takes ${bytes} bytes and the ledger takes ${maxContentBytes}. Look for segments that are repeated.`,
  );
}

/** A zero report has no number of its own: the month it speaks of tells it from the others. */
function numberOf(source: SourceReport, federal: FederalReport): string {
  if (federal.kind !== 'zero') return source.report.number;
  return `${federal.zero.zeroReportYear}-${federal.zero.zeroReportMonth}`;
}

/** Several persons can be arrested under one transaction number; each is a part of its stream. */
function partOf(federal: FederalReport): string {
  return federal.kind === 'arrest' ? (federal.arrest.arresteeSequenceNumber ?? '') : '';
}

function causeOf({ records }: SourceReport, { submission, fingerprint }: FilingContext): Cause {
  return {
    submission,
    record: records[0]?.number,
    source: fingerprint(records.map(({ text }) => text).join('\n')),
  };
}
