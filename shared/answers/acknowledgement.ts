import type { Payload } from '../../events/catalog.ts';
import { type FederalFinding, isGap } from '../nibrs/responses/index.ts';
import type { AnsweredReport, Matches } from './match.ts';

type Acknowledgement = Payload<'TransmissionAcknowledged'>;

/** As many unmatched findings as the event lists: some 100 bytes each, so that it stays far below what a store takes. */
const maxListed = 1_000;

/** What a transmission's stream says of an answer whose findings are on their reports. */
export function acknowledgement(
  { answer, sha256, dataSet, processedOn }: Pick<Acknowledgement, 'answer' | 'sha256' | 'dataSet' | 'processedOn'>,
  { reports, unmatched }: Matches,
): Acknowledgement {
  const findings = [...reports.flatMap((report) => report.findings.map(({ finding }) => finding)), ...unmatched];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const has = (what: (finding: FederalFinding) => boolean) =>
    reports.filter((report) => report.findings.some(({ finding }) => what(finding))).length;
  return {
    answer,
    sha256,
    dataSet,
    processedOn,
    errors,
    warnings: findings.length - errors,
    refused: has(({ severity }) => severity === 'error'),
    gaps: has(isGap),
    agencies: agenciesOf(reports),
    unmatched: unmatched.length,
    unmatchedFindings: unmatched
      .slice(0, maxListed)
      .map(({ record, ori, report, code, severity }) => ({ record, ori, number: report, code, severity })),
  };
}

function agenciesOf(reports: readonly AnsweredReport[]): Acknowledgement['agencies'] {
  const agencies: Acknowledgement['agencies'] = {};
  for (const { ori, findings } of reports) {
    const counted = agencies[ori] ?? { errors: 0, warnings: 0 };
    for (const { finding } of findings) counted[finding.severity === 'error' ? 'errors' : 'warnings'] += 1;
    agencies[ori] = counted;
  }
  return agencies;
}
