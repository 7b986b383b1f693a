import type { Tally } from '../../events/submission.ts';
import { emptyTally } from '../ledger/submissions.ts';
import type { Segment } from '../nibrs/model/index.ts';
import { addAdoption, adoptionIn, countElements, type StateProfile } from '../state/index.ts';
import { type Examined, isError } from './examine.ts';
import type { Settled } from './settled.ts';

/** Counts the reports of a chunk and their records: each of them is either accepted or rejected. */
export function tallyOf(settled: readonly Settled[], profile: StateProfile | undefined): Tally {
  const tally = emptyTally();
  for (const { examined, verdict } of settled) {
    const records = examined.source.records.length;
    tally.reports += 1;
    tally.records += records;
    if (verdict === undefined || verdict.outcome === 'refused') {
      tally.rejected += 1;
      tally.rejectedRecords += records;
    } else {
      tally.accepted += 1;
      tally.acceptedRecords += records;
    }
    if (verdict?.outcome === 'unchanged') tally.unchanged += 1;
    if (verdict?.outcome === 'superseded') tally.superseded += 1;
    if (verdict?.outcome === 'accepted') {
      tally.stateElements += countElements(examined.state);
      if (profile) countAdoption(tally, profile, examined);
    }
    countFindings(tally, examined);
  }
  return tally;
}

/** A delete tells nothing of anybody; whom a supplement could tell of is counted with the report. */
function countAdoption(tally: Tally, profile: StateProfile, { source: { report }, state }: Examined): void {
  const told = report.kind === 'supplement' ? { ...report, ...nobody } : report;
  if (told.action === 'D') return;
  tally.elements = addAdoption(tally.elements ?? {}, adoptionIn(profile, told, state));
}

const nobody = { kind: 'incident', action: 'I', segments: [] as Segment[] } as const;

function countFindings(tally: Tally, { findings }: Examined): void {
  for (const finding of findings) {
    if (isError(finding)) tally.errors += 1;
    else tally.warnings += 1;
    tally.findingsByCode[finding.code] = (tally.findingsByCode[finding.code] ?? 0) + 1;
  }
}
