import { type IncidentOverrides, incident } from '../../reports.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes } from './incidents.ts';

const aged = (code: keyof typeof crimes, ageOfOffender: string) =>
  incident({ ...crimes[code], offenders: [{ ageOfOffender }] });

/** A criminal sexual contact and a robbery. */
const both: IncidentOverrides = {
  offenses: [...(crimes['11D'].offenses ?? []), {}],
  victims: [{ connectedOffenseCodes: ['11D', '120'] }],
  arrestees: [],
};

export const offenderWarningCases: EditCase[] = [
  shows('1508', 'twelve', aged('11D', '12'), aged('11D', '13')),
  shows('1508', 'one', aged('11D', '01'), aged('11D', '00')),
  shows('1508', 'ten to fifteen, on average twelve', aged('11D', '1015'), aged('11D', '1016')),
  ...(['09A', '09B', '11A', '120'] as const).flatMap((code) => [
    shows('1509', `ten, ${code}`, aged(code, '10'), aged(code, '11')),
    shows('1509', `two, ${code}`, aged(code, '02'), aged('11D', '13')),
  ]),
  shows('1509', 'nothing is said of a justifiable homicide', aged('09A', '10'), aged('09C', '10')),
  shows(
    '1509',
    'ten, of two such offenses',
    incident({ ...both, offenders: [{ ageOfOffender: '10' }] }),
    incident(both),
  ),
  shows('1501', 'a thief of two', aged('23C', '02'), aged('23C', '03')),
];
