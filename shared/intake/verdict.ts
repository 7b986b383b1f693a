import type { Decision } from '../ledger/reports/decide.ts';
import { ledgerFinding, spell } from '../nibrs/edits/index.ts';
import type { Finding } from '../nibrs/finding.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { wasExpunged } from './own-findings.ts';

/** What became of a command. */
export type Verdict = Pick<Decision, 'outcome' | 'refusal' | 'warning'>;

/** What the ledger has to say of a report, told like any other finding. */
export function findingsOf({ refusal, warning }: Verdict, source: SourceReport): Finding[] {
  const findings: Finding[] = [];
  if (refusal) findings.push(refusal === 'expunged' ? wasExpunged(source) : ledgerFinding(refusal, source));
  if (warning) findings.push(ledgerFinding(warning.code, source, { onFile: spell('3', warning.dateOnFile) }));
  return findings;
}
