import type { CheckedEdit } from '../edit.ts';
import { automaticFirearm } from '../rules/automatic.ts';
import { dispositionUnder18 } from '../rules/juvenile.ts';
import { arrestedTooYoung, violentCrimes } from '../rules/too-young.ts';

/** What is said of an arrestee, element against element. */
export const arresteePersonEdits: readonly CheckedEdit[] = [
  ...dispositionUnder18('6', {
    missing: '652',
    ofAdult: '653',
    perhapsMissing: '1640',
    codeList: '604',
    source: '3.3.7.9 Table 3-65; 3.3.7.14 Table 3-70; 5.2.7 Table 5-9',
  }),
  automaticFirearm('6', '655', '3.3.7.8 Table 3-64; 5.2.7 Table 5-9'),
  arrestedTooYoung('6', { code: '1608', offenses: ['90D'], from: 13, suppresses: ['1601'] }),
  arrestedTooYoung('6', { code: '1609', offenses: violentCrimes, from: 11, suppresses: ['1601'] }),
];
