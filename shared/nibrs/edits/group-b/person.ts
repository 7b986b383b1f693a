import type { CheckedEdit } from '../edit.ts';
import { automaticFirearm } from '../rules/automatic.ts';
import { dispositionUnder18 } from '../rules/juvenile.ts';
import { arrestedTooYoung } from '../rules/too-young.ts';

/** What is said of the arrestee, element against element. */
export const groupBPersonEdits: readonly CheckedEdit[] = [
  ...dispositionUnder18('7', {
    missing: '752',
    ofAdult: '753',
    perhapsMissing: '1740',
    codeList: '704',
    source: '3.3.7.9 Table 3-65; 3.3.7.14 Table 3-70; 5.2.8 Table 5-10',
  }),
  automaticFirearm('7', '755', '3.3.7.8 Table 3-64; 5.2.8 Table 5-10'),
  arrestedTooYoung('7', { code: '1708', offenses: ['90D'], from: 13, suppresses: ['1701'] }),
];
