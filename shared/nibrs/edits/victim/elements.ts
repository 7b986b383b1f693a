import { infantAges } from '../../codes/index.ts';
import type { CheckedEdit } from '../edit.ts';
import { age } from '../rules/age.ts';
import { codeList } from '../rules/code-list.ts';
import { victimAge } from '../rules/entry.ts';
import { identifier } from '../rules/identifier.ts';
import { mandatory } from '../rules/mandatory.ts';
import { digits, digitsFromOne, numeric } from '../rules/numeric.ts';
import { noDuplicates, standsAlone } from '../rules/repeats.ts';
import { checkDemands, demandedElements } from './by-offense.ts';

/** Level 4. */
export const victimElementEdits: readonly CheckedEdit[] = [
  mandatory('4', {
    code: '401',
    keys: ['incidentNumber'],
    elements: ['victimSequenceNumber', 'connectedOffenseCodes', 'typeOfVictim'],
    sometimes: demandedElements,
    also: checkDemands,
    source: '3.3.1; 3.3.5.1–3.3.5.3; 3.3.5.12; 3.3.5.14; 3.3.5.15; 5.2.5 Table 5-6',
  }),
  numeric('4', {
    code: '402',
    elements: {
      victimSequenceNumber: digitsFromOne(3),
      assaultHomicideCircumstances: digits(2),
      relatedOffenderNumber: digits(2),
    },
    source: '3.3.5.1 Table 3-36; 3.3.5.12 Table 3-47; 3.3.5.15 Table 3-50; 5.2.5 Table 5-6',
    suppresses: ['404'],
  }),
  codeList('4', {
    code: '404',
    elements: [
      'cityIndicator',
      'connectedOffenseCodes',
      'typeOfVictim',
      'officerActivityCircumstance',
      'officerAssignmentType',
      'sexOfVictim',
      'raceOfVictim',
      'ethnicityOfVictim',
      'residentStatusOfVictim',
      'assaultHomicideCircumstances',
      'justifiableHomicideCircumstance',
      'typeInjury',
      'relationshipToOffender',
    ],
    besides: {
      ageOfVictim: {
        isRight: isVictimAge,
        hint: victimAge,
      },
    },
    source: '3.3.1.6; 3.3.5; 5.2.5 Table 5-6',
  }),
  noDuplicates('4', {
    code: '406',
    elements: ['connectedOffenseCodes', 'assaultHomicideCircumstances', 'typeInjury', 'relatedOffenderNumber'],
    source: '3.3.5.2 Table 3-37; 3.3.5.12 Table 3-47; 3.3.5.14 Table 3-49; 3.3.5.15 Table 3-50; 5.2.5 Table 5-6',
  }),
  standsAlone('4', {
    code: '407',
    elements: { typeInjury: { N: [] } },
    source: '3.3.5.14 Table 3-49; 5.2.5 Table 5-6',
  }),
  ...age('4', 'ageOfVictim', '3.3.5.7 Table 3-42; 5.2.5 Table 5-6', {
    justified: '408',
    rangeForm: '409',
    rangeOrder: '410',
    rangeFromUnknown: '422',
    over98: '1441',
    widestRange: '1451',
  }),
  ...identifier('4', {
    embeddedBlank: '415',
    leadingBlank: '416',
    characters: '417',
    elements: ['incidentNumber'],
    source: '3.3.2.3 Table 3-9; 5.2.5 Table 5-6',
  }),
];

/** Ages of more than two characters, or not in the first position, are the business of 408 to 422. */
function isVictimAge(value: string): boolean {
  return value.length > 2 || value.startsWith(' ') || /^\d{2}$/.test(value) || infantAges.has(value);
}
