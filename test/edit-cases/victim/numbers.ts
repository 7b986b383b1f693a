import { type EditCase, shows } from '../case.ts';
import { crimesAgainst } from '../incidents.ts';

const numbered = (...numbers: (string | undefined)[]) =>
  crimesAgainst(['120'], ...numbers.map((victimSequenceNumber) => ({ victimSequenceNumber })));

export const victimNumberCases: EditCase[] = [
  shows('451', 'two of one number', numbered('001', '001'), numbered('001', '002')),
  shows('451', 'the first and the last', numbered('001', '003', '001'), numbered('001', '003', '007')),
  shows('402', 'two of a number that is none', numbered('000', '000'), numbered('998', '999')),
  shows('401', 'two without number', numbered(undefined, undefined), numbered('002', '001')),
];
