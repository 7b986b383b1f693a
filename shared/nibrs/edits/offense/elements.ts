import { groupBOffenses, isCode, offenses } from '../../codes/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { codeList } from '../rules/code-list.ts';
import { federalOnly } from '../rules/federal-only.ts';
import { identifier } from '../rules/identifier.ts';
import { length } from '../rules/length.ts';
import { mandatory } from '../rules/mandatory.ts';
import { digitsFromOne, numeric } from '../rules/numeric.ts';
import { noDuplicates, standsAlone } from '../rules/repeats.ts';

/** Level 2. */
export const offenseElementEdits: readonly CheckedEdit[] = [
  mandatory('2', {
    code: '201',
    keys: ['incidentNumber'],
    elements: ['offenseCode', 'attemptedCompleted', 'offenderSuspectedOfUsing', 'biasMotivation', 'locationType'],
    source: '3.3.1; 3.3.3; 5.2.3 Table 5-4',
  }),
  numeric('2', {
    code: '202',
    elements: { numberOfPremisesEntered: digitsFromOne(2) },
    source: '3.3.3.6 Table 3-21; 5.2.3 Table 5-4',
  }),
  codeList('2', {
    code: '204',
    // Attempted/completed and the automatic indicator have numbers of their own: 251 and 255.
    elements: [
      'cityIndicator',
      'offenderSuspectedOfUsing',
      'biasMotivation',
      'locationType',
      'methodOfEntry',
      'criminalActivityGang',
      'weapon',
    ],
    // A Group B code is 264.
    besides: {
      offenseCode: { isRight: (code, period) => isCode(offenses, code, period) || groupBOffenses.has(code) },
    },
    source: '3.3.1.6; 3.3.3.1–3.3.3.9; 5.2.3 Table 5-4',
  }),
  noDuplicates('2', {
    code: '206',
    elements: ['offenderSuspectedOfUsing', 'biasMotivation', 'criminalActivityGang'],
    together: { weapon: 'automatic' },
    source: '3.3.3.3 Table 3-18; 3.3.3.4 Table 3-19; 3.3.3.8 Table 3-23; 3.3.3.9 Table 3-24; 5.2.3 Table 5-4',
  }),
  standsAlone('2', {
    // Table 5-4 calls it 207A to 207D by element; the FBI's error file has room for three digits.
    code: '207',
    elements: {
      offenderSuspectedOfUsing: { N: [] },
      biasMotivation: { '88': [], '99': [] },
      criminalActivityGang: { N: ['J', 'G'] },
      weapon: { '99': [] },
    },
    source: '3.3.3.3 Table 3-18; 3.3.3.4 Table 3-19; 3.3.3.8 Table 3-23; 3.3.3.9 Table 3-24; 5.2.3 Table 5-4',
  }),
  ...identifier('2', {
    embeddedBlank: '215',
    leadingBlank: '216',
    characters: '217',
    elements: ['incidentNumber'],
    source: '3.3.2.3 Table 3-9; 5.2.3 Table 5-4',
  }),
  federalOnly('2', '250', 'offenseCode', '3.3.3.1 Table 3-16; 5.2.3 Table 5-4'),
  codeList('2', {
    code: '251',
    elements: ['attemptedCompleted'],
    source: '3.3.3.2 Table 3-17; 5.2.3 Table 5-4',
  }),
  codeList('2', {
    code: '255',
    elements: ['automatic'],
    source: '3.3.3.10 Table 3-25; 5.2.3 Table 5-4',
  }),
  error('2', {
    code: '264',
    scope: 'element',
    elements: ['6'],
    message: '{element} is {value}, a Group B offense, which no incident can have.',
    hint: 'Enter a Group A offense, or report the arrest as a Group B arrest report.',
    source: '3.3.3.1 Table 3-16; 5.2.3 Table 5-4',
    check(segment, run) {
      if (groupBOffenses.has(segment.offenseCode ?? '')) run.hit(segment, 'offenseCode');
    },
  }),
  length('2', '284', '3.3.1.2 Table 3-2; 5.2.3 Table 5-4'),
];
