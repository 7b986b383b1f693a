import { groupAOffenses, groupBOffenses, isCode } from '../../codes/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { age } from '../rules/age.ts';
import { codeList } from '../rules/code-list.ts';
import { checkDate, isDate, notADate } from '../rules/dates.ts';
import { federalOnly } from '../rules/federal-only.ts';
import { identifier } from '../rules/identifier.ts';
import { demandJudicialDistrict } from '../rules/judicial-district.ts';
import { mandatory } from '../rules/mandatory.ts';
import { digitsFromOne, numeric } from '../rules/numeric.ts';
import { noDuplicates, standsAlone } from '../rules/repeats.ts';

/** Level 7. */
export const groupBElementEdits: readonly CheckedEdit[] = [
  mandatory('7', {
    code: '701',
    // A delete without arrestee number deletes every arrestee of the transaction.
    keys: ['arrestTransactionNumber'],
    elements: [
      'arresteeSequenceNumber',
      'arrestDate',
      'typeOfArrest',
      'arrestOffenseCode',
      'weapon',
      'ageOfArrestee',
      'sexOfArrestee',
      'raceOfArrestee',
    ],
    sometimes: ['federalJudicialDistrict'],
    also: demandJudicialDistrict,
    source: '3.3.1; 3.3.7; 4.6.3; 5.2.8 Table 5-10',
  }),
  numeric('7', {
    code: '702',
    elements: { arresteeSequenceNumber: digitsFromOne(2) },
    source: '3.3.7.1 Table 3-57; 5.2.8 Table 5-10',
    deletes: 'also',
  }),
  codeList('7', {
    code: '704',
    // The automatic indicator and the sex have numbers of their own: 754 and 758.
    elements: [
      'cityIndicator',
      'federalJudicialDistrict',
      'typeOfArrest',
      'weapon',
      'raceOfArrestee',
      'ethnicityOfArrestee',
      'residentStatusOfArrestee',
      'dispositionUnder18',
    ],
    // A Group A code is 760.
    besides: {
      arrestOffenseCode: {
        isRight: (code, period) => isCode(groupBOffenses, code, period) || groupAOffenses.has(code),
      },
    },
    source: '3.3.1.6; 3.3.2.2; 3.3.7; 5.2.8 Table 5-10',
  }),
  error('7', {
    code: '705',
    scope: 'segment',
    elements: ['42', 'SubMonth', 'SubYear'],
    ...notADate,
    source: '3.3.7.3 Table 3-59; 5.2.8 Table 5-10',
    check(segment, run) {
      checkDate(run, segment, 'arrestDate', segment.arrestDate, { withinSubmission: true });
    },
  }),
  noDuplicates('7', {
    code: '706',
    elements: [],
    together: { weapon: 'automatic' },
    source: '3.3.7.7 Table 3-63; 5.2.8 Table 5-10',
  }),
  standsAlone('7', {
    code: '707',
    elements: { weapon: { '01': [] } },
    source: '3.3.7.7 Table 3-63; 5.2.8 Table 5-10',
  }),
  ...age('7', 'ageOfArrestee', '3.3.7.9 Table 3-65; 5.2.8 Table 5-10', {
    justified: '708',
    rangeForm: '709',
    rangeOrder: '710',
    rangeFromUnknown: '722',
    exact: '757',
    infant: '1701',
    over98: '1741',
    widestRange: '1751',
  }),
  ...identifier('7', {
    embeddedBlank: '715',
    leadingBlank: '716',
    characters: '717',
    elements: ['arrestTransactionNumber'],
    source: '3.3.7.2 Table 3-58; 5.2.8 Table 5-10',
  }),
  federalOnly('7', '750', 'arrestOffenseCode', '3.3.7.6 Table 3-62; 5.2.8 Table 5-10'),
  codeList('7', {
    code: '754',
    elements: ['automatic'],
    source: '3.3.7.8 Table 3-64; 5.2.8 Table 5-10',
  }),
  codeList('7', {
    code: '758',
    elements: ['sexOfArrestee'],
    source: '3.3.7.10 Table 3-66; 5.2.8 Table 5-10',
  }),
  error('7', {
    code: '760',
    scope: 'element',
    elements: ['45'],
    message: '{element} is {value}, a Group A offense.',
    hint: 'Report the arrest as an arrestee of a Group A incident, or enter the Group B offense of the arrest.',
    source: '3.3.7.6 Table 3-62; 5.2.8 Table 5-10',
    suppresses: ['750'],
    check(segment, run) {
      if (groupAOffenses.has(segment.arrestOffenseCode ?? '')) run.hit(segment, 'arrestOffenseCode');
    },
  }),
  error('7', {
    code: '797',
    scope: 'segment',
    elements: ['42', 'Action'],
    message: '{element} is {value}; a delete needs the date of the arrest that it deletes.',
    hint: 'Enter the arrest date of the report on file, YYYYMMDD.',
    source: '4.6.3; 5.2.8 Table 5-10',
    deletes: 'only',
    check(segment, run) {
      if (!isDate(segment.arrestDate ?? '')) run.hit(segment, 'arrestDate');
    },
  }),
];
