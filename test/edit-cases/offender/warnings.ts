import { type EditCase, shows } from '../case.ts';
import { crimes } from '../incidents.ts';

const aged = (code: string, ageOfOffender: string) => crimes([code], { offenders: [{ ageOfOffender }] });

export const offenderWarningCases: EditCase[] = [
  shows('1508', 'aged twelve', aged('11D', '12'), aged('11D', '13')),
  shows('1508', 'aged one', aged('11D', '01'), aged('11D', '00')),
  shows('1508', 'aged twelve on average', aged('11D', '1015'), aged('11D', '1016')),
  ...['09A', '09B', '11A', '120'].flatMap((code) => [
    shows('1509', `aged ten, ${code}`, aged(code, '10'), aged(code, '11')),
    shows('1509', `aged two, ${code}`, aged(code, '02'), aged('11D', '13')),
  ]),
  shows('1509', 'aged ten, not in a justifiable homicide', aged('09A', '10'), aged('09C', '10')),
  shows(
    '1509',
    'aged ten, of a robbery and a contact',
    crimes(['11D', '120'], { offenders: [{ ageOfOffender: '10' }] }),
    crimes(['11D', '120']),
  ),
];
