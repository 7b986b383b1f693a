import { type CheckedEdit, error } from '../edit.ts';
import { yearsOfVictim } from '../rules/years.ts';
import { withAge } from './person.ts';
import { hasRightType, isAttackedOfficer } from './type.ts';

/** Officers killed or attacked on duty (type of victim L). */
export const officerEdits: readonly CheckedEdit[] = [
  error('4', {
    code: '452',
    scope: 'segment',
    elements: ['26', '25'],
    message: '{element} is {age}, but an officer is from 17 to 98 years old.',
    hint: 'Correct the age, 00 if it is unknown; or enter I (Individual) in element 25 if the victim is no officer.',
    source: '3.3.5.7 Table 3-42; 5.2.5 Table 5-6',
    suppresses: ['1441'],
    check(segment, run) {
      if (segment.typeOfVictim !== 'L') return;
      const years = yearsOfVictim(segment.ageOfVictim);
      if (years === undefined || (years >= 17 && years <= 98) || !hasRightType(segment)) return;
      run.hit(segment, 'ageOfVictim', withAge(segment));
    },
  }),
  // It took the place of 106, which earlier editions had for the same; so it holds for every period.
  error('incident', {
    code: '490',
    scope: 'report',
    elements: ['3-hour', '25', '24'],
    message: '{element} is blank, but an officer was killed or attacked on duty.',
    hint: 'Enter the hour of the attack, 00 to 23.',
    source: '3.3.5.3 Table 3-38; 5.2.5 Table 5-6',
    check({ administrative, victims }, run) {
      if (administrative === undefined || administrative.incidentHour !== undefined) return;
      if (victims.some(isAttackedOfficer)) run.hit(administrative, 'incidentHour');
    },
  }),
];
