import { clearances } from '../../codes/index.ts';
import type { OffenderSegment } from '../../model/index.ts';
import { type CheckedEdit, error, type HitDetails, type Run, warning } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { spell } from '../message.ts';
import { digitsFromOne } from '../rules/numeric.ts';

const { pattern } = digitsFromOne(2);

/** What must be known of offenders. */
export const knownOffenderEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '557',
    scope: 'report',
    elements: ['36', '4'],
    message: 'The incident is cleared exceptionally with {cleared}, but its offender is 00, of whom nothing is known.',
    hint: 'Number the offender 01 and enter age, sex and race; or enter N in element 4 and leave element 5 blank.',
    source: '3.3.6.1 Table 3-52; 5.2.6 Table 5-8',
    check({ administrative, offenders }, run) {
      const cleared = clearanceOf(administrative);
      if (cleared === undefined || !isOnlyUnknown(offenders)) return;
      for (const offender of offenders) run.hit(offender, 'offenderSequenceNumber', withClearance(cleared));
    },
  }),
  error('incident', {
    code: '558',
    scope: 'report',
    elements: ['37', '38', '39', '4'],
    message:
      'The incident is cleared exceptionally with {cleared}, but of no offender are age, sex and race all known.',
    hint: 'Enter age, sex and race of at least one offender; or enter N in element 4 and leave element 5 blank.',
    source: '3.3.1.2 Table 3-2; 3.3.6.2–3.3.6.4; 5.2.6 Table 5-8',
    check({ administrative, offenders }, run) {
      const cleared = clearanceOf(administrative);
      // 557 says it of offender 00.
      if (cleared === undefined || isOnlyUnknown(offenders) || offenders.some(isKnown)) return;
      hitFirst(offenders, run, withClearance(cleared));
    },
  }),
  error('incident', {
    code: '559',
    scope: 'report',
    elements: ['37', '38', '39', '36', '6'],
    message: 'The incident has the offense {offense}, but of no offender are age, sex and race all known.',
    hint: 'Enter age, sex and race of at least one offender, with the number 01 or more.',
    source: '3.3.1.2 Table 3-2; 3.3.6.1 Table 3-52; 5.2.6 Table 5-8',
    suppresses: ['557', '558'],
    check({ offenseCodes, offenders }, run) {
      const offense = offenseOfKnown(offenseCodes);
      if (offense === undefined || offenders.some(isKnown)) return;
      hitFirst(offenders, run, { details: { offense: spell('6', offense) } });
    },
  }),
  warning('incident', {
    code: '1607',
    scope: 'segment',
    elements: ['36', '37', '38', '39'],
    message: 'Offender {value} has a number, but age, sex and race are all unknown.',
    hint: 'If even the number of offenders is unknown, send one offender 00 with everything else blank.',
    source: '3.3.6; 5.2.10',
    check({ administrative, offenseCodes, offenders }, run) {
      // Where an offender must be known, 558 or 559 says what to enter.
      if (clearanceOf(administrative) !== undefined || offenseOfKnown(offenseCodes) !== undefined) return;
      for (const offender of offenders) {
        if (isAllUnknown(offender)) run.hit(offender, 'offenderSequenceNumber');
      }
    },
  }),
];

/** How the incident was cleared exceptionally (element 4); `undefined` when it was not. */
function clearanceOf(administrative: Incident['administrative']): string | undefined {
  const cleared = administrative?.clearedExceptionally;
  return clearances.has(cleared ?? '') ? cleared : undefined;
}

function withClearance(cleared: string): HitDetails {
  return { details: { cleared: spell('4', cleared) } };
}

/** The offense that nobody can report without knowing the offender: justifiable homicide, failure to register. */
function offenseOfKnown(offenseCodes: Incident['offenseCodes']): string | undefined {
  if (offenseCodes.has('09C')) return '09C';
  return offenseCodes.has('360') ? '360' : undefined;
}

/** True for offender 00 alone; beside others it is 555. */
export function isOnlyUnknown(offenders: readonly OffenderSegment[]): boolean {
  return offenders.length === 1 && offenders[0]?.offenderSequenceNumber === '00';
}

/** Nothing is said to be unknown; what is blank or not legal has its own finding, and may be known. */
function isKnown(offender: OffenderSegment): boolean {
  return unknownElement(offender) === undefined;
}

function unknownElement(offender: OffenderSegment): string | undefined {
  if (offender.offenderSequenceNumber === '00') return 'offenderSequenceNumber';
  if (offender.ageOfOffender === '00') return 'ageOfOffender';
  if (offender.sexOfOffender === 'U') return 'sexOfOffender';
  return offender.raceOfOffender === 'U' ? 'raceOfOffender' : undefined;
}

export function isAllUnknown(offender: OffenderSegment): boolean {
  const { offenderSequenceNumber: number, ageOfOffender: age, sexOfOffender: sex, raceOfOffender: race } = offender;
  return age === '00' && sex === 'U' && race === 'U' && number !== undefined && pattern.test(number);
}

/** One finding for all offenders, on the first thing that is unknown of the first. */
function hitFirst([first]: readonly OffenderSegment[], run: Run, details: HitDetails): void {
  const element = first && unknownElement(first);
  if (first !== undefined && element !== undefined) run.hit(first, element, details);
}
