import type { OffenderSegment } from '../../model/index.ts';
import type { CheckedEdit, Run } from '../edit.ts';
import { elementsOf } from '../element.ts';
import { age } from '../rules/age.ts';
import { codeList } from '../rules/code-list.ts';
import { offenderNumber } from '../rules/entry.ts';
import { identifier } from '../rules/identifier.ts';
import { length } from '../rules/length.ts';
import { hitBlank, mandatory } from '../rules/mandatory.ts';
import { digits, digitsFromOne, numeric } from '../rules/numeric.ts';

const { pattern: ofPerson } = digitsFromOne(2);

/** What is said of every offender but number 00. */
const description = ['ageOfOffender', 'sexOfOffender', 'raceOfOffender'].map(elementsOf('5'));

/** Level 5. */
export const offenderElementEdits: readonly CheckedEdit[] = [
  mandatory('5', {
    code: '501',
    keys: ['incidentNumber'],
    elements: ['offenderSequenceNumber'],
    sometimes: description.map(({ name }) => name),
    also: demandDescription,
    source: '3.3.1; 3.3.6.1–3.3.6.4; 5.2.6 Table 5-8',
  }),
  numeric('5', {
    code: '502',
    elements: {
      offenderSequenceNumber: { ...digits(2), hint: offenderNumber },
    },
    source: '3.3.6.1 Table 3-52; 5.2.6 Table 5-8',
  }),
  codeList('5', {
    code: '504',
    elements: ['cityIndicator', 'sexOfOffender', 'raceOfOffender', 'ethnicityOfOffender'],
    source: '3.3.1.6; 3.3.6.3–3.3.6.5; 5.2.6 Table 5-8',
  }),
  ...age('5', 'ageOfOffender', '3.3.6.2 Table 3-53; 5.2.6 Table 5-8', {
    justified: '508',
    rangeForm: '509',
    rangeOrder: '510',
    rangeFromUnknown: '522',
    exact: '556',
    infant: '1501',
    over98: '1541',
    widestRange: '1551',
  }),
  ...identifier('5', {
    embeddedBlank: '515',
    leadingBlank: '516',
    characters: '517',
    elements: ['incidentNumber'],
    source: '3.3.2.3 Table 3-9; 5.2.6 Table 5-8',
  }),
  length('5', '584', '3.3.1.2 Table 3-2; 5.2.6 Table 5-8'),
];

/** An offender with a number is described, if only as unknown. A number that cannot be read may be meant for 00. */
function demandDescription(offender: OffenderSegment, run: Run): void {
  const { offenderSequenceNumber: number } = offender;
  if (number === undefined || !ofPerson.test(number)) return;
  for (const element of description) {
    if (element.value(offender, 0) === undefined)
      hitBlank(run, offender, element, { ...notDescribed, details: { number } });
  }
}

const notDescribed = {
  message: '{element} is blank, but offender {number} cannot go without it.',
};
