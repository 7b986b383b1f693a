import { type Edit, error, unreachable } from '../edit.ts';
import { codeList } from '../rules/code-list.ts';
import { afterSubmission, checkAfterSubmission, checkDate, isDate, notADate } from '../rules/dates.ts';
import { identifier } from '../rules/identifier.ts';
import { demandJudicialDistrict } from '../rules/judicial-district.ts';
import { length } from '../rules/length.ts';
import { mandatory } from '../rules/mandatory.ts';

/** Level 1. */
export const administrativeElementEdits: readonly Edit[] = [
  mandatory('1', {
    code: '101',
    keys: ['incidentNumber'],
    elements: ['incidentDate', 'clearedExceptionally'],
    sometimes: ['federalJudicialDistrict'],
    also: demandJudicialDistrict,
    source: '3.3.1; 3.3.2; 4.6.3; 5.2.2 Table 5-3',
  }),
  codeList('1', {
    code: '104',
    // The report date indicator, the hour and the clearance date have numbers of their own: 151, 152 and 105.
    elements: ['cityIndicator', 'federalJudicialDistrict', 'cargoTheft', 'clearedExceptionally'],
    source: '3.3.1.6; 3.3.2.2; 3.3.2.4; 3.3.2.8; 5.2.2 Table 5-3',
  }),
  error('1', {
    code: '105',
    scope: 'element',
    elements: ['3', '5'],
    ...notADate,
    source: '3.3.2.5 Table 3-11; 3.3.2.9 Table 3-15; 5.2.2 Table 5-3',
    suppresses: ['170', '172'],
    check(segment, run) {
      checkDate(run, segment, 'incidentDate', segment.incidentDate, { withinSubmission: false });
      checkDate(run, segment, 'exceptionalClearanceDate', segment.exceptionalClearanceDate, { withinSubmission: true });
    },
  }),
  ...identifier('1', {
    embeddedBlank: '115',
    leadingBlank: '116',
    characters: '117',
    elements: ['incidentNumber'],
    source: '3.3.2.3 Table 3-9; 5.2.2 Table 5-3',
  }),
  codeList('1', {
    code: '151',
    elements: ['reportDateIndicator'],
    source: '3.3.2.6 Table 3-12; 5.2.2 Table 5-3',
  }),
  error('1', {
    code: '152',
    scope: 'element',
    elements: ['3-hour'],
    message: '{element} is {value}, which is not an hour of the day.',
    hint: 'Enter two digits, 00 to 23; 00 is the hour after midnight. Leave it blank if the hour is unknown.',
    source: '3.3.2.7 Table 3-13; 5.2.2 Table 5-3',
    check(segment, run) {
      const { incidentHour } = segment;
      if (incidentHour !== undefined && !/^([01]\d|2[0-3])$/.test(incidentHour)) run.hit(segment, 'incidentHour');
    },
  }),
  error('1', {
    code: '170',
    scope: 'segment',
    elements: ['3', 'SubMonth', 'SubYear'],
    ...afterSubmission,
    source: '3.3.2.5 Table 3-11; 5.2.2 Table 5-3',
    check(segment, run) {
      checkAfterSubmission(run, segment, 'incidentDate', segment.incidentDate);
    },
  }),
  error('1', {
    code: '172',
    scope: 'element',
    elements: ['3'],
    message: '{element} is {value}, which is before 1991, when NIBRS began.',
    hint: 'Correct the year; an incident of before 1991 is not reported.',
    source: '3.3.2.5 Table 3-11; 5.2.2 Table 5-3',
    check(segment, run) {
      const { incidentDate } = segment;
      if (incidentDate !== undefined && incidentDate < '19910101') run.hit(segment, 'incidentDate');
    },
  }),
  unreachable(
    '175',
    'error',
    'It asks for a month of submission and an incident date that are real; one that is not is already 101, 105 or 197.',
    '5.2.2 Table 5-3',
  ),
  length('1', '178', '3.3.1.2 Table 3-2; 5.2.2 Table 5-3'),
  error('1', {
    code: '197',
    scope: 'segment',
    elements: ['3', 'Action'],
    message: '{element} is {value}; a delete needs the date of the incident that it deletes.',
    hint: 'Enter the incident date of the report on file, YYYYMMDD.',
    source: '3.3.2.5 Table 3-11; 4.6.3; 5.2.2 Table 5-3',
    deletes: 'only',
    check(segment, run) {
      if (!isDate(segment.incidentDate ?? '')) run.hit(segment, 'incidentDate');
    },
  }),
];
