import { type CheckedEdit, error, warning } from '../edit.ts';
import { isDate, spellMonth } from '../rules/dates.ts';
import { nibrsBeginningAfter } from '../rules/pre-nibrs.ts';

/** What lies before the month of the agency's first NIBRS report, which is the "base date". */
export const beginningEdits: readonly CheckedEdit[] = [
  // Printed as an error, but by its own text and appendix C the FBI takes such an incident for what was added later.
  warning('incident', {
    code: '937',
    scope: 'ledger',
    elements: ['3', '1'],
    message: '{element} is {value}, before {since}, when the agency began to report by NIBRS.',
    hint: 'Correct the date if it is wrong. Otherwise nothing: of such an incident the FBI counts only the arrests, clearance and recovered property that were added later.',
    source: '5.2.1 Table 5-2; Appendix C',
    check({ administrative }, run) {
      if (administrative === undefined) return;
      const { ori, incidentDate = '' } = administrative;
      const since = nibrsBeginningAfter(incidentDate, ori, run.context);
      // A date that is none is 105, one before 1991 is 172.
      if (since === undefined || !isDate(incidentDate) || incidentDate < '19910101') return;
      run.hit(administrative, 'incidentDate', { details: { since: spellMonth(since) } });
    },
  }),
  error('7', {
    code: '720',
    scope: 'ledger',
    elements: ['42'],
    message: '{element} is {value}, before {since}, when the agency began to report by NIBRS.',
    hint: 'Correct the date; a Group B arrest of before that month is not reported.',
    source: '3.3.7.3 Table 3-59; 5.2.8 Table 5-10; Appendix C',
    check(segment, run) {
      const { ori, arrestDate = '' } = segment;
      const since = nibrsBeginningAfter(arrestDate, ori, run.context);
      if (since === undefined || !isDate(arrestDate)) return;
      run.hit(segment, 'arrestDate', { details: { since: spellMonth(since) } });
    },
  }),
];
