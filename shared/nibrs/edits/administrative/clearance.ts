import { clearances, edition2025 } from '../../codes/index.ts';
import { type CheckedEdit, error, warning } from '../edit.ts';
import { isUnfounded } from '../incident.ts';
import { spell } from '../message.ts';
import { isDate, isPossibleDate } from '../rules/dates.ts';

/** Whether, when and of what an incident was cleared exceptionally. */
export const clearanceEdits: readonly CheckedEdit[] = [
  error('1', {
    code: '153',
    scope: 'segment',
    elements: ['4', '5'],
    message: '{element} is {value}, yet the incident has the exceptional clearance date {date}.',
    hint: 'Enter A to E, the reason of the clearance, or leave the exceptional clearance date blank.',
    source: '3.3.2.8 Table 3-14; 5.2.2 Table 5-3',
    check(segment, run) {
      const { clearedExceptionally, exceptionalClearanceDate: date } = segment;
      // What is no date is 105.
      if (clearedExceptionally !== 'N' || date === undefined || !isDate(date)) return;
      run.hit(segment, 'clearedExceptionally', { details: { date: spell('5', date) } });
    },
  }),
  error('1', {
    code: '155',
    scope: 'segment',
    elements: ['5', '3'],
    message: '{element} is {value}, which is before the incident date {date}.',
    hint: 'Correct the one of the two dates that is wrong; they may be the same day.',
    source: '3.3.2.9 Table 3-15; 5.2.2 Table 5-3',
    check(segment, run) {
      const { incidentDate = '', exceptionalClearanceDate: cleared } = segment;
      if (cleared === undefined || cleared >= incidentDate || !isDate(cleared)) return;
      // An incident date that 105 or 170 refuses is to be corrected first.
      if (!isPossibleDate(segment, incidentDate, run.context.today)) return;
      run.hit(segment, 'exceptionalClearanceDate', { details: { date: spell('3', incidentDate) } });
    },
  }),
  error('1', {
    code: '156',
    scope: 'segment',
    elements: ['5', '4'],
    message: '{element} is blank, yet the incident was cleared exceptionally: {reason}.',
    hint: 'Enter the date of the clearance, YYYYMMDD, or N in element 4 if there was none.',
    source: '3.3.2.9 Table 3-15; 5.2.2 Table 5-3',
    check(segment, run) {
      const { clearedExceptionally: reason = '', exceptionalClearanceDate } = segment;
      if (exceptionalClearanceDate !== undefined || !clearances.has(reason)) return;
      run.hit(segment, 'exceptionalClearanceDate', { details: { reason: spell('4', reason) } });
    },
  }),
  warning('incident', {
    code: '1101',
    scope: 'report',
    elements: ['4', '5', '7'],
    message: '{element} is {value}, yet every offense of the incident is unfounded.',
    hint: 'Enter N in element 4 and leave the exceptional clearance date blank: what was no crime is not cleared.',
    // The message names element 4, the description the date. A date without a reason in element 4 is 153.
    source: '5.2.10',
    since: edition2025,
    check(incident, run) {
      const { administrative } = incident;
      if (administrative === undefined || !clearances.has(administrative.clearedExceptionally ?? '')) return;
      if (isUnfounded(incident)) run.hit(administrative, 'clearedExceptionally');
    },
  }),
];
