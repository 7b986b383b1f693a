import type { CheckedEdit } from '../edit.ts';
import { distinctSegments } from '../rules/distinct-segments.ts';
import { digitsFromOne } from '../rules/numeric.ts';

const { pattern } = digitsFromOne(3);

/** Element 23, which tells the victims of an incident apart. Numbers may be left out. */
export const victimNumberEdits: readonly CheckedEdit[] = [
  distinctSegments('4', {
    code: '451',
    list: 'victims',
    name: 'victimSequenceNumber',
    isLegal: (number) => pattern.test(number),
    message: 'An earlier victim of this incident has the number {value} as well.',
    hint: 'Number the victims 001, 002 and so on; remove this segment if it is the same victim again.',
    source: '3.3.1.2 Table 3-2; 3.3.5.1 Table 3-36; 5.2.5 Table 5-6',
  }),
];
