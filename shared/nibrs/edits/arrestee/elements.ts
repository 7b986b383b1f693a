import { type CheckedEdit, error } from '../edit.ts';
import { age } from '../rules/age.ts';
import { codeList } from '../rules/code-list.ts';
import { checkDate, notADate } from '../rules/dates.ts';
import { federalOnly } from '../rules/federal-only.ts';
import { identifier } from '../rules/identifier.ts';
import { mandatory } from '../rules/mandatory.ts';
import { digitsFromOne, numeric } from '../rules/numeric.ts';
import { noDuplicates, standsAlone } from '../rules/repeats.ts';

/** Level 6. */
export const arresteeElementEdits: readonly CheckedEdit[] = [
  mandatory('6', {
    code: '601',
    keys: ['incidentNumber'],
    elements: [
      'arresteeSequenceNumber',
      'arrestTransactionNumber',
      'arrestDate',
      'typeOfArrest',
      'multipleArresteeIndicator',
      'arrestOffenseCode',
      'weapon',
      'ageOfArrestee',
      'sexOfArrestee',
      'raceOfArrestee',
    ],
    source: '3.3.1; 3.3.7; 5.2.7 Table 5-9',
  }),
  numeric('6', {
    code: '602',
    elements: { arresteeSequenceNumber: digitsFromOne(2) },
    source: '3.3.7.1 Table 3-57; 5.2.7 Table 5-9',
  }),
  codeList('6', {
    code: '604',
    // The automatic indicator and the sex have numbers of their own: 654 and 667.
    elements: [
      'cityIndicator',
      'typeOfArrest',
      'multipleArresteeIndicator',
      'arrestOffenseCode',
      'weapon',
      'raceOfArrestee',
      'ethnicityOfArrestee',
      'residentStatusOfArrestee',
      'dispositionUnder18',
    ],
    source: '3.3.1.6; 3.3.7; 5.2.7 Table 5-9',
  }),
  error('6', {
    code: '605',
    scope: 'segment',
    elements: ['42', 'SubMonth', 'SubYear'],
    ...notADate,
    source: '3.3.7.3 Table 3-59; 5.2.7 Table 5-9',
    check(segment, run) {
      checkDate(run, segment, 'arrestDate', segment.arrestDate, { withinSubmission: true });
    },
  }),
  noDuplicates('6', {
    code: '606',
    elements: [],
    together: { weapon: 'automatic' },
    source: '3.3.7.7 Table 3-63; 5.2.7 Table 5-9',
  }),
  standsAlone('6', {
    code: '607',
    elements: { weapon: { '01': [] } },
    source: '3.3.7.7 Table 3-63; 5.2.7 Table 5-9',
  }),
  ...age('6', 'ageOfArrestee', '3.3.7.9 Table 3-65; 5.2.7 Table 5-9', {
    justified: '608',
    rangeForm: '609',
    rangeOrder: '610',
    rangeFromUnknown: '622',
    exact: '664',
    infant: '1601',
    over98: '1641',
    widestRange: '1651',
  }),
  ...identifier('6', {
    embeddedBlank: '615',
    leadingBlank: '616',
    characters: '617',
    elements: ['incidentNumber', 'arrestTransactionNumber'],
    source: '3.3.2.3 Table 3-9; 3.3.7.2 Table 3-58; 5.2.7 Table 5-9',
  }),
  federalOnly('6', '650', 'arrestOffenseCode', '3.3.7.6 Table 3-62; 5.2.7 Table 5-9'),
  codeList('6', {
    code: '654',
    elements: ['automatic'],
    source: '3.3.7.8 Table 3-64; 5.2.7 Table 5-9',
  }),
  codeList('6', {
    code: '667',
    elements: ['sexOfArrestee'],
    source: '3.3.7.10 Table 3-66; 5.2.7 Table 5-9',
  }),
  error('6', {
    code: '670',
    scope: 'element',
    elements: ['45'],
    message: '{element} is {value}, for which nobody can be arrested.',
    hint: 'Enter the offense of the arrest; if the killing was justified, remove the arrestee.',
    source: '3.3.7.6 Table 3-62; 5.2.7 Table 5-9',
    check(segment, run) {
      if (segment.arrestOffenseCode === '09C') run.hit(segment, 'arrestOffenseCode');
    },
  }),
];
