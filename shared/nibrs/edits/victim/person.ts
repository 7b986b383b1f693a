import type { Relationship, VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error, type HitDetails } from '../edit.ts';
import { spell } from '../message.ts';
import { spellAge, yearsOfVictim } from '../rules/years.ts';

/** What a victim's age and sex must be because of other elements. An age that is blank, unknown or illegal says nothing. */
export const victimPersonEdits: readonly CheckedEdit[] = [
  error('4', {
    code: '450',
    scope: 'segment',
    elements: ['26', '35'],
    message: '{element} is {age}, but a victim who is the spouse of an offender is 13 or older.',
    hint: 'Correct the age, or the relationship SE (spouse) in element 35.',
    source: '3.3.5.7 Table 3-42; 5.2.5 Table 5-6',
    check(segment, run) {
      if (!segment.relationships.some(isSpouse)) return;
      const years = yearsOfVictim(segment.ageOfVictim);
      if (years !== undefined && years < 13) run.hit(segment, 'ageOfVictim', withAge(segment));
    },
  }),
  error('4', {
    code: '469',
    scope: 'segment',
    elements: ['27', '24'],
    message: '{element} is {value}, but the victim of {offense} is known to be male or female.',
    hint: 'Enter M (male) or F (female), or correct the offense in element 24.',
    source: '3.3.5.8 Table 3-43; 5.2.5 Table 5-6',
    check(segment, run) {
      if (segment.sexOfVictim !== 'U') return;
      const offense = segment.connectedOffenseCodes.find(needsSex);
      if (offense !== undefined) run.hit(segment, 'sexOfVictim', { details: { offense: spell('24', offense) } });
    },
  }),
  error('4', {
    code: '481',
    scope: 'segment',
    elements: ['26', '24'],
    message: '{element} is {age}, but a victim of statutory rape (36B) is under 18.',
    hint: 'Correct the age, or the offense in element 24.',
    source: '3.3.5.7 Table 3-42; 5.2.5 Table 5-6',
    suppresses: ['1441'],
    check(segment, run) {
      if (!segment.connectedOffenseCodes.includes('36B')) return;
      const years = yearsOfVictim(segment.ageOfVictim);
      if (years !== undefined && years >= 18) run.hit(segment, 'ageOfVictim', withAge(segment));
    },
  }),
];

/** The age for braces in the words of an edit. */
export function withAge({ ageOfVictim: age = '' }: VictimSegment): HitDetails {
  return { details: { age: spellAge(age) } };
}

function isSpouse({ relationship }: Relationship): boolean {
  return relationship === 'SE';
}

function needsSex(offenseCode: string): boolean {
  return offenseCode === '11A' || offenseCode === '36B';
}
