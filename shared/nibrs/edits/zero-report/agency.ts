import { spellAgency } from '../agency.ts';
import { type CheckedEdit, warning } from '../edit.ts';
import { spellMonth } from '../rules/dates.ts';
import { monthSpokenOf } from './month.ts';

/** A month in which the agency does not report by NIBRS itself. A delete only takes back what was wrong. */
export const zeroReportAgencyEdits: readonly CheckedEdit[] = [
  warning('0', {
    code: '093',
    scope: 'ledger',
    elements: ['ZeroMonth', 'ZeroYear'],
    message: 'The zero report is for {month}, but the agency began to report by NIBRS in {since}.',
    hint: 'Correct the month or year; for months before {since} the agency sends nothing.',
    source: '5.2.10',
    check(segment, run) {
      const since = run.context.agencies?.(segment.ori ?? '')?.nibrsSince;
      if (since === undefined || segment.action === 'D') return;
      const month = monthSpokenOf(segment);
      // A year before 1991 is 091.
      if (month === undefined || month < '1991' || month >= since) return;
      run.hit(segment, 'zeroReportMonth', { details: { month: spellMonth(month), since: spellMonth(since) } });
    },
  }),
  // Printed as an error, but by its own text the FBI takes the report and ends the covered-by status.
  warning('0', {
    code: '096',
    scope: 'ledger',
    elements: ['ZeroMonth', 'ZeroYear', '1'],
    message: 'The zero report is for {month}, but {by} has reported for this agency since {since}.',
    hint: 'Leave it out, unless the agency reports for itself again: the zero report ends that the other agency reports for it.',
    source: '3.3.8.1 Table 3-71; 5.2.1 Table 5-2; 5.2.9 Table 5-11',
    check(segment, run) {
      const { agencies } = run.context;
      const covered = agencies?.(segment.ori ?? '')?.covered;
      if (covered === undefined || segment.action === 'D') return;
      const month = monthSpokenOf(segment);
      if (month === undefined || month < covered.since) return;
      const since = spellMonth(covered.since);
      run.hit(segment, 'zeroReportMonth', {
        details: { month: spellMonth(month), by: spellAgency(agencies, covered.by), since },
      });
    },
  }),
];
