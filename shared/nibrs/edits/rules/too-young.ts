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

interface ArrestedTooYoung {
  code: string;
  offenses: readonly string[];
  /** The first age that is not too young. */
  from: number;
  /** The warning of a person under three years, which says less. */
  suppresses: readonly string[];
}

/** 1608, 1609, 1708: an arrest for an offense that children of such an age seldom commit. */
export function arrestedTooYoung(
  level: '6' | '7',
  { code, offenses, from, suppresses }: ArrestedTooYoung,
): CheckedEdit {
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
