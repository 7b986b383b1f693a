import { biasMotivations, circumstances as circumstanceCodes, isAgainst } from '../../codes/index.ts';
import type { OffenseSegment, VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, warning } from '../edit.ts';
import { spell } from '../message.ts';
import { yearsOfVictim } from '../rules/years.ts';
import { isConnected } from './connected-offenses.ts';
import { withAge } from './person.ts';
import { isPerson } from './type.ts';

const noOrMinorInjuries: ReadonlySet<string> = new Set(['N', 'M']);
const noOrPersonalWeapons: ReadonlySet<string> = new Set(['40', '99']);
const noWeapons: ReadonlySet<string> = new Set(['99']);

/** What is seldom true of a victim; relationships have their own warnings. */
export const victimWarnings: readonly CheckedEdit[] = [
  warning('incident', {
    code: '480',
    scope: 'report',
    elements: ['31', '6'],
    message: '{element} is {value}, but the incident has only one offense and one victim.',
    hint: 'Add the other felony as an offense or the victim of it, or enter another circumstance.',
    // The text takes several victims for a sign of another felony as well, its title only several offenses.
    source: '5.2.10',
    check({ offenses, victims }, run) {
      if (offenses.length !== 1) return;
      for (const victim of victims) {
        if (!isConnected(victim, '09A') && !isConnected(victim, '13A')) continue; // else 419, 463 or 477 says so
        const occurrence = victim.assaultHomicideCircumstances.indexOf('08');
        if (occurrence >= 0 && victims.filter(({ typeOfVictim }) => isPerson(typeOfVictim)).length < 2)
          run.hit(victim, 'assaultHomicideCircumstances', { occurrence });
      }
    },
  }),
  warning('4', {
    code: '1402',
    scope: 'segment',
    elements: ['26', '24'],
    message: '{element} is {age}; a victim of statutory rape (36B) under 13 can hardly have consented.',
    hint: 'Report rape (11A) instead of statutory rape if the age is right, or correct the age.',
    source: '5.2.10',
    check(victim, run) {
      if (isConnected(victim, '36B') && isUnder(13, victim)) run.hit(victim, 'ageOfVictim', withAge(victim));
    },
  }),
  warning('incident', {
    code: '1404',
    scope: 'report',
    elements: ['33', '13', '24'],
    message: '{element} is {value} and the weapon {weapon}, which makes a simple assault of the aggravated one (13A).',
    hint: 'Report a simple assault (13B), or correct the injury or the weapon.',
    source: '5.2.10',
    check({ offenses, victims }, run) {
      const assault = offenseOf(offenses, '13A');
      if (assault === undefined || !usesOnly(assault, noOrPersonalWeapons)) return;
      for (const victim of victims) {
        if (!isConnected(victim, '13A') || !hasOnly(victim.typeInjury, noOrMinorInjuries)) continue;
        run.hit(victim, 'typeInjury', { details: { weapon: spell('13', assault.weapons[0]?.weapon) } });
      }
    },
  }),
  warning('incident', {
    code: '1405',
    scope: 'report',
    elements: ['33', '13', '24'],
    message: '{element} is {value}, but the simple assault (13B) has the weapon 99 (None).',
    hint: 'Enter 40 (Personal Weapons) or what else was used in element 13 of the offense; or correct the injury.',
    source: '5.2.10',
    check({ offenses, victims }, run) {
      const assault = offenseOf(offenses, '13B');
      if (assault === undefined || !usesOnly(assault, noWeapons)) return;
      for (const victim of victims) {
        const occurrence = victim.typeInjury.indexOf('M');
        if (occurrence >= 0 && isConnected(victim, '13B')) run.hit(victim, 'typeInjury', { occurrence });
      }
    },
  }),
  warning('4', {
    code: '1407',
    scope: 'segment',
    elements: ['26', '27', '28', '25'],
    message: 'Age, sex and race of the victim are all unknown.',
    hint: 'Enter what is known of the victim; a range of ages will do.',
    source: '5.2.10',
    check(victim, run) {
      const { ageOfVictim, sexOfVictim, raceOfVictim } = victim;
      if (ageOfVictim === '00' && sexOfVictim === 'U' && raceOfVictim === 'U' && isPerson(victim.typeOfVictim))
        run.hit(victim, 'ageOfVictim');
    },
  }),
  warning('incident', {
    code: '1408',
    scope: 'report',
    elements: ['26', '24', '25'],
    message: '{element} of the only victim is {age}, but {offense} is a crime against property.',
    hint: 'Make sure that the age is right, and report whoever owns the property as victim.',
    source: '5.2.10',
    check({ victims }, run) {
      const [victim] = victims;
      if (victim === undefined || victims.length > 1 || !isUnder(7, victim)) return;
      const offense = victim.connectedOffenseCodes.find((code) => isAgainst('property', code));
      if (offense === undefined) return;
      run.hit(victim, 'ageOfVictim', { details: { ...withAge(victim).details, offense: spell('24', offense) } });
    },
  }),
  warning('4', {
    code: '1409',
    scope: 'segment',
    elements: ['31', '25', '24'],
    message:
      'The victim is a law enforcement officer, but {element} is {value} and nowhere 02 (assault on law enforcement officer).',
    hint: 'Add 02 to {element}, or put it in place of {value}.',
    source: '5.2.10',
    check(victim, run) {
      if (victim.typeOfVictim !== 'L' || (!isConnected(victim, '09A') && !isConnected(victim, '13A'))) return;
      const circumstances = victim.assaultHomicideCircumstances;
      // A code that is not legal may be meant as 02.
      if (circumstances.length > 0 && circumstances.every((code) => code !== '02' && circumstanceCodes.has(code)))
        run.hit(victim, 'assaultHomicideCircumstances');
    },
  }),
  warning('incident', {
    code: '1427',
    scope: 'report',
    elements: ['25', '8A'],
    message: '{element} is {value}, but the offense {offense} has the bias motivation {bias}.',
    hint: 'Enter 88 (none) in element 8A of the offense unless it was a hate crime.',
    source: '5.2.10',
    check({ offenses, victims }, run) {
      for (const victim of victims) {
        if (victim.typeOfVictim !== 'S') continue;
        for (const offense of offenses) {
          const { offenseCode = '' } = offense;
          const bias = biasOf(offense);
          if (bias === undefined || !isConnected(victim, offenseCode)) continue;
          const details = { offense: spell('6', offenseCode), bias: spell('8A', bias) };
          run.hit(victim, 'typeOfVictim', { details });
          break;
        }
      }
    },
  }),
];

/** True for a person whose age is known and under `limit`. */
function isUnder(limit: number, victim: VictimSegment): boolean {
  const years = yearsOfVictim(victim.ageOfVictim);
  return years !== undefined && years < limit && isPerson(victim.typeOfVictim);
}

function offenseOf(offenses: readonly OffenseSegment[], code: string): OffenseSegment | undefined {
  for (const offense of offenses) if (offense.offenseCode === code) return offense;
  return undefined;
}

function usesOnly({ weapons }: OffenseSegment, codes: ReadonlySet<string>): boolean {
  for (const { weapon } of weapons) if (weapon === undefined || !codes.has(weapon)) return false;
  return weapons.length > 0;
}

function hasOnly(values: readonly string[], codes: ReadonlySet<string>): boolean {
  for (const value of values) if (!codes.has(value)) return false;
  return values.length > 0;
}

/** The first bias motivation that is legal and not 88 (none). */
function biasOf({ biasMotivation }: OffenseSegment): string | undefined {
  for (const bias of biasMotivation) if (bias !== '88' && biasMotivations.has(bias)) return bias;
  return undefined;
}
