import { type CheckedEdit, warning } from '../edit.ts';
import { spell } from '../message.ts';
import { spellAge, yearsOf } from './years.ts';

/** What the FBI means by homicide, rape or robbery in 1509 and 1609; a justifiable homicide is no crime. */
export const violentCrimes: readonly string[] = ['09A', '09B', '11A', '120'];

/** The words for a person who is seldom so young as that. */
export const tooYoung = {
  message: 'The {segment} is aged {age}, very young for {offense}.',
  hint: 'Make sure that the age is right; enter 00 if it is unknown.',
};

/** An age in which an offense is rare. */
export interface TooYoung {
  code: string;
  offenses: readonly string[];
  /** The first age that is not too young. */
  from: number;
  /** Warnings of the same age that say less. */
  suppresses: readonly string[];
}

/** 1608, 1609, 1708: an arrest for an offense that children of such an age seldom commit. */
export function arrestedTooYoung(level: '6' | '7', { code, offenses, from, suppresses }: TooYoung): CheckedEdit {
  return warning<'6' | '7'>(level, {
    code,
    scope: 'segment',
    elements: ['47', '45'],
    ...tooYoung,
    source: '5.2.10',
    suppresses,
    check(segment, run) {
      const { arrestOffenseCode: offense = '', ageOfArrestee: age } = segment;
      if (age === undefined || !offenses.includes(offense)) return;
      const years = yearsOf(age);
      if (years === undefined || years >= from) return;
      run.hit(segment, 'ageOfArrestee', { details: { age: spellAge(age), offense: spell('45', offense) } });
    },
  });
}
