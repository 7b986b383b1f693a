import { toPeriod } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { isMonth } from '../header.ts';
import { spellMonth } from '../rules/dates.ts';
import { mandatory } from '../rules/mandatory.ts';
import { monthSpokenOf } from './month.ts';

/** Level 0; a delete is checked like an add, because everything on it names the month. */
export const zeroReportElementEdits: readonly CheckedEdit[] = [
  mandatory('0', {
    code: '001',
    keys: ['incidentNumber', 'zeroReportMonth', 'zeroReportYear'],
    elements: [],
    source: '3.3.1; 3.3.8; 5.2.9 Table 5-11',
  }),
  error('0', {
    code: '090',
    scope: 'element',
    elements: ['ZeroMonth'],
    message: '{element} is {value}, which is not a month.',
    hint: 'Enter two digits, 01 to 12.',
    source: '3.3.8.1 Table 3-71; 5.2.1 Table 5-2; 5.2.9 Table 5-11',
    check(segment, run) {
      const { zeroReportMonth } = segment;
      if (zeroReportMonth !== undefined && !isMonth(zeroReportMonth)) run.hit(segment, 'zeroReportMonth');
    },
  }),
  error('0', {
    code: '091',
    scope: 'element',
    elements: ['ZeroYear'],
    message: '{element} is {value}, which is not a year of NIBRS.',
    hint: 'Enter four digits, 1991 or later.',
    // That the year is not after this one follows from 094 and the year of submission.
    source: '3.3.8.2; 5.2.1 Table 5-2; 5.2.9 Table 5-11',
    check(segment, run) {
      const { zeroReportYear: year } = segment;
      if (year !== undefined && (!/^\d{4}$/.test(year) || year < '1991')) run.hit(segment, 'zeroReportYear');
    },
  }),
  error('0', {
    code: '092',
    scope: 'element',
    elements: ['2'],
    message: '{element} is {value}; that of a zero report is twelve zeros.',
    hint: 'Enter 000000000000.',
    source: '3.3.2.3 Table 3-9; 5.2.1 Table 5-2; 5.2.9 Table 5-11',
    check(segment, run) {
      const { incidentNumber } = segment;
      if (incidentNumber !== undefined && incidentNumber !== '000000000000') run.hit(segment, 'incidentNumber');
    },
  }),
  error('0', {
    code: '094',
    scope: 'segment',
    elements: ['ZeroMonth', 'ZeroYear', 'SubMonth', 'SubYear'],
    message: 'The zero report is for {zeroMonth}, which is after the month of submission, {submissionMonth}.',
    hint: 'Correct the month or year of the report, or submit it when its month has come.',
    source: '3.3.8.1 Table 3-71; 3.3.8.2 Table 3-72; 5.2.1 Table 5-2; 5.2.9 Table 5-11',
    check(segment, run) {
      const { submissionMonth = '', submissionYear = '' } = segment;
      const zeroMonth = monthSpokenOf(segment);
      const submitted = toPeriod(submissionYear, submissionMonth);
      if (zeroMonth === undefined || submitted === undefined || zeroMonth <= submitted) return;
      const details = { zeroMonth: spellMonth(zeroMonth), submissionMonth: spellMonth(submitted) };
      run.hit(segment, 'zeroReportMonth', { details });
    },
  }),
];
