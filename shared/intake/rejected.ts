import type { Payload } from '../../events/catalog.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { type ReportKind, toPeriod } from '../nibrs/model/index.ts';
import type { Settled } from './settled.ts';

export type RejectedReport = NonNullable<Payload<'ChunkProcessed'>['rejected']>[number];

/** The reports that were rejected, by what names them; nothing of what they say. */
export function rejectedIn(settled: readonly Settled[]): RejectedReport[] {
  return settled.flatMap(({ examined: { source }, verdict }) => {
    const isRejected = verdict === undefined || verdict.outcome === 'refused';
    if (!isRejected || !isReport(source)) return [];
    const { kind, action } = source.report;
    const record = source.records[0]?.number ?? 1;
    return [{ kind, number: numberOf(source), part: partOf(source), record, deletes: action === 'D' }];
  });
}

function isReport(source: Settled['examined']['source']): source is SourceReport & { report: { kind: ReportKind } } {
  return source.report.kind !== 'supplement';
}

/** What cannot be a number (elements 2 and 41) might be anything that stood in a damaged record, and is not kept. */
function numberOf({ report: { kind, number, segments } }: SourceReport): string {
  const [first] = segments;
  if (kind !== 'zero') return /^[A-Z0-9][A-Z0-9-]{0,11}$/.test(number) ? number : '';
  return (first?.level === '0' && toPeriod(first.zeroReportYear ?? '', first.zeroReportMonth ?? '')) || '';
}

function partOf({ report: { segments } }: SourceReport): string {
  const [first] = segments;
  const part = first?.level === '7' ? (first.arresteeSequenceNumber ?? '') : '';
  return /^\d{2}$/.test(part) ? part : '';
}
