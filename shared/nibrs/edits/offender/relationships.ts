import { edition2025 } from '../../codes/index.ts';
import type { OffenderSegment, Relationship, VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error, type Run, warning } from '../edit.ts';
import { spell } from '../message.ts';
import { spellAge, yearsOf, yearsOfVictim } from '../rules/years.ts';

/** Relationships whose victim is older or younger than the offender; those of foster families are new. */
const generations: ReadonlyMap<string, { readonly victimIs: 'older' | 'younger'; readonly since?: string }> = new Map([
  ['PA', { victimIs: 'older' }],
  ['GP', { victimIs: 'older' }],
  ['FP', { victimIs: 'older', since: edition2025 }],
  ['CH', { victimIs: 'younger' }],
  ['GC', { victimIs: 'younger' }],
  ['FC', { victimIs: 'younger', since: edition2025 }],
]);

/** The age of an offender against the relationship that a victim has to him or her. */
export const offenderRelationshipEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '550',
    scope: 'report',
    elements: ['37', '35'],
    message: 'Victim {victim} is the spouse (SE) of offender {offender}, who is aged {age}, under 13.',
    hint: 'Correct the age of the offender, 00 if it is unknown, or the relationship.',
    source: '3.3.6.2 Table 3-53; 5.2.6 Table 5-8',
    suppresses: ['1501', '1508', '1509'],
    check({ offenders, victims }, run) {
      for (const offender of offenders) hitSpouse(run, offender, victims, 1, 12);
    },
  }),
  warning('incident', {
    code: '1549',
    scope: 'report',
    elements: ['37', '35'],
    message: 'Victim {victim} is the spouse (SE) of offender {offender}, who is aged {age}, under 18.',
    hint: 'Make sure that the age of the offender and the relationship are right.',
    source: '5.2.10',
    check({ offenders, victims }, run) {
      for (const offender of offenders) hitSpouse(run, offender, victims, 13, 17);
    },
  }),
  error('incident', {
    code: '554',
    scope: 'report',
    elements: ['37', '26', '35'],
    message:
      'Victim {victim} is {relationship} of offender {offender} and so must be {victimIs}, but is aged {victimAge} and the offender {age}.',
    hint: 'Correct an age or the relationship: it says what the victim was to the offender, not the reverse.',
    source: '3.3.6.2 Table 3-53; 5.2.6 Table 5-8',
    suppresses: ['1501', '1508', '1509'],
    check({ offenders, victims }, run) {
      for (const victim of victims) {
        for (const relationship of victim.relationships) hitGeneration(run, victim, relationship, offenders);
      }
    },
  }),
];

/** An offender of such an age who is married to a victim. */
function hitSpouse(
  run: Run,
  offender: OffenderSegment,
  victims: readonly VictimSegment[],
  youngest: number,
  oldest: number,
): void {
  const { ageOfOffender: age, offenderSequenceNumber: number } = offender;
  const years = yearsOf(age);
  if (age === undefined || number === undefined || years === undefined || years < youngest || years > oldest) return;
  const spouse = victims.find(({ relationships }) =>
    relationships.some(({ offenderNumber, relationship }) => offenderNumber === number && relationship === 'SE'),
  );
  if (spouse === undefined) return;
  const victim = spouse.victimSequenceNumber ?? 'blank';
  run.hit(offender, 'ageOfOffender', { details: { victim, offender: number, age: spellAge(age) } });
}

/** Victim and offender whose ages contradict the relationship. */
function hitGeneration(
  run: Run,
  { ageOfVictim, victimSequenceNumber }: VictimSegment,
  { offenderNumber, relationship = '' }: Relationship,
  offenders: readonly OffenderSegment[],
): void {
  const generation = generations.get(relationship);
  // Before the edition that brought it, the code itself is the mistake: 404.
  if (generation === undefined || (generation.since !== undefined && run.context.period < generation.since)) return;
  const offender = offenderNumbered(offenders, offenderNumber);
  const age = offender?.ageOfOffender;
  const years = yearsOf(age);
  const victimYears = yearsOfVictim(ageOfVictim);
  if (offender === undefined || years === undefined || victimYears === undefined) return;
  const { victimIs } = generation;
  if (victimIs === 'older' ? victimYears > years : victimYears < years) return;
  run.hit(offender, 'ageOfOffender', {
    details: {
      victim: victimSequenceNumber ?? 'blank',
      relationship: spell('35', relationship),
      offender: offenderNumber ?? 'blank',
      victimIs,
      victimAge: spellAge(ageOfVictim ?? ''),
      age: spellAge(age ?? ''),
    },
  });
}

/** The first offender with the number; `undefined` when there is none, or no number. */
export function offenderNumbered(
  offenders: readonly OffenderSegment[],
  number: string | undefined,
): OffenderSegment | undefined {
  for (const offender of offenders) {
    if (number !== undefined && offender.offenderSequenceNumber === number) return offender;
  }
  return undefined;
}
