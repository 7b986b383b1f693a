import { type CheckedEdit, error } from '../edit.ts';
import { elementsOf } from '../element.ts';
import { distinctSegments } from '../rules/distinct-segments.ts';
import { digitsFromOne } from '../rules/numeric.ts';
import { isOnlyUnknown } from './known.ts';

const { pattern } = digitsFromOne(2);

const details = ['ageOfOffender', 'sexOfOffender', 'raceOfOffender', 'ethnicityOfOffender'].map(elementsOf('5'));

/** The number that tells offenders apart, and 00 for those of whom nothing is known. */
export const offenderNumberEdits: readonly CheckedEdit[] = [
  distinctSegments('5', {
    code: '551',
    list: 'offenders',
    name: 'offenderSequenceNumber',
    // Two offenders 00 are 555.
    isLegal: (number) => pattern.test(number),
    message: 'An earlier offender of this incident has the number {value} as well.',
    hint: 'Number the offenders 01, 02 and so on; remove this segment if it is the same offender again.',
    source: '3.3.1.2 Table 3-2; 5.2.6 Table 5-8',
  }),
  error('incident', {
    code: '552',
    scope: 'segment',
    elements: ['37', '38', '39', '39A', '36'],
    message: '{element} is {value}, but the number of the offender is 00, which says that nothing is known.',
    hint: 'Number the offender 01 and fill in age, sex and race; or leave everything after the number blank.',
    // Table 5-8 names the age alone; the tables of the elements name all four.
    source: '3.3.6.2–3.3.6.5 Tables 3-53 to 3-56; 5.2.6 Table 5-8',
    suppresses: ['504', '508', '509', '510', '522', '556', '1501', '1508', '1509', '1541', '1551'],
    check({ offenders }, run) {
      const [only] = offenders;
      // Beside other offenders the number itself is wrong: 555.
      if (only === undefined || !isOnlyUnknown(offenders)) return;
      for (const element of details) {
        if (element.value(only, 0) === undefined) continue;
        run.hit(only, element.name);
        return;
      }
    },
  }),
  error('incident', {
    code: '555',
    scope: 'report',
    elements: ['36'],
    message:
      '{element} is 00, which says that nothing is known of any offender, but the incident has {offenders} offenders.',
    hint: 'Remove offender 00, or give this one the next number; if nothing is known of any offender, send 00 alone.',
    source: '3.3.1.2 Table 3-2; 3.3.6.1 Table 3-52; 5.2.6 Table 5-8',
    check({ offenders }, run) {
      if (offenders.length < 2) return;
      for (const offender of offenders) {
        if (offender.offenderSequenceNumber !== '00') continue;
        run.hit(offender, 'offenderSequenceNumber', { details: { offenders: String(offenders.length) } });
        return;
      }
    },
  }),
];
