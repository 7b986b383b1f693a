import { edition2025 } from '../../codes/index.ts';
import { type CheckedEdit, error, warning } from '../edit.ts';
import { type Incident, isUnfounded } from '../incident.ts';
import { spell } from '../message.ts';
import { isOnlyUnknown } from '../offender/known.ts';
import { isDate, isPossibleDate } from '../rules/dates.ts';
import { distinctSegments } from '../rules/distinct-segments.ts';
import { digitsFromOne } from '../rules/numeric.ts';
import { isPreNibrs } from '../rules/pre-nibrs.ts';

const { pattern } = digitsFromOne(2);

/** Arrestees against the rest of their incident. */
export const arresteeIncidentEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '656',
    scope: 'report',
    elements: ['40', '36'],
    message: 'The incident has more arrestees ({arrestees}) than offenders ({offenders}).',
    hint: 'Add an offender segment for each person who was arrested, or remove the arrestee.',
    source: '3.3.1.2 Table 3-2; 5.2.7 Table 5-9',
    check(incident, run) {
      const { arrestees, offenders } = incident;
      const isUnknown = isOnlyUnknown(offenders);
      const arrestee = arrestees[isUnknown ? 0 : offenders.length];
      if (arrestee === undefined || offenders.length === 0) return; // no offender at all is 075
      if (!isUnknown && countNumbers(arrestees) <= offenders.length) return; // whoever is there twice is 661
      // The text exempts arrests of action A, which level 6 no longer has; an incident from before NIBRS has them as I.
      if (isPreNibrs(incident, run.context)) return;
      const details = { arrestees: String(arrestees.length), offenders: String(offenders.length) };
      run.hit(arrestee, 'arresteeSequenceNumber', isUnknown ? arrestOfUnknown : { details });
    },
  }),
  distinctSegments('6', {
    code: '661',
    list: 'arrestees',
    name: 'arresteeSequenceNumber',
    isLegal: (number) => pattern.test(number),
    message: 'An earlier arrestee of this incident has the number {value} as well.',
    hint: 'Number the arrestees 01, 02 and so on; remove this segment if it is the same arrestee again.',
    // The text lets a number repeat under another arrest transaction number, but the number alone is the key (3.3.7).
    source: '3.3.1.2 Table 3-2; 3.3.7; 5.2.7 Table 5-9',
  }),
  error('incident', {
    code: '665',
    scope: 'report',
    elements: ['42', '3'],
    message: '{element} is {value}, before the incident date {incidentDate}.',
    hint: 'Correct the one of the two dates that is wrong; they may be the same day.',
    source: '3.3.7.3 Table 3-59; 5.2.7 Table 5-9',
    suppresses: ['071'],
    check(incident, run) {
      const { administrative, arrestees } = incident;
      if (administrative === undefined) return;
      const { incidentDate = '' } = administrative;
      for (const arrestee of arrestees) {
        const { arrestDate } = arrestee;
        if (arrestDate === undefined || arrestDate >= incidentDate || !isDate(arrestDate)) continue;
        // 105 or 170 says that the incident date is wrong.
        if (!isPossibleDate(administrative, incidentDate, run.context.today)) return;
        if (isPreNibrs(incident, run.context)) return;
        run.hit(arrestee, 'arrestDate', { details: { incidentDate: spell('3', incidentDate) } });
      }
    },
  }),
  error('incident', {
    code: '669',
    scope: 'report',
    elements: ['6', '45'],
    message: 'The incident is a justifiable homicide (09C), for which nobody can be arrested, but it has an arrestee.',
    hint: 'Remove the arrestee; if the killing was a crime, correct the offense of the incident.',
    source: '3.3.1.2 Table 3-2; 5.2.7 Table 5-9',
    suppresses: ['670'],
    check({ offenseCodes, arrestees }, run) {
      if (!offenseCodes.has('09C')) return;
      for (const arrestee of arrestees) run.hit(arrestee, 'arrestOffenseCode');
    },
  }),
  warning('incident', {
    code: '1610',
    scope: 'report',
    elements: ['7'],
    message: 'Every offense of the incident is unfounded (U), but somebody was arrested.',
    hint: 'Make sure that the offense was unfounded: enter A or C in element 7, or remove the arrestee.',
    source: '5.2.10',
    since: edition2025,
    check(incident, run) {
      const [offense] = incident.offenses;
      if (incident.arrestees.length === 0 || offense === undefined || !isUnfounded(incident)) return;
      run.hit(offense, 'attemptedCompleted');
    },
  }),
];

function countNumbers(arrestees: Incident['arrestees']): number {
  return new Set(arrestees.map(({ arresteeSequenceNumber }) => arresteeSequenceNumber)).size;
}

const arrestOfUnknown = {
  message: 'Somebody was arrested, but the offender of the incident is 00, of whom nothing is known.',
  hint: 'Number the offender 01 and enter age, sex and race; or remove the arrestee.',
};
