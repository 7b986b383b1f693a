import type { SubmittedReport } from '../../shared/nibrs/model/index.ts';
import { header } from './context.ts';

/** An agency's report that nothing happened in the month of submission. */
export function zeroReport(ori: string, period: string): SubmittedReport {
  const number = '0'.repeat(12);
  const head = header('0', '0043', 'A', { ori, period });
  return {
    kind: 'zero',
    ori,
    number,
    action: 'A',
    segments: [
      {
        ...head,
        incidentNumber: number,
        zeroReportMonth: head.submissionMonth,
        zeroReportYear: head.submissionYear,
      },
    ],
  };
}
