import { type CheckedEdit, warning } from '../edit.ts';
import { spell } from '../message.ts';
import { type TooYoung, tooYoung, violentCrimes } from '../rules/too-young.ts';
import { spellAge, yearsOf } from '../rules/years.ts';

/** Offenders of an age in which the offense is rare. */
export const offenderWarnings: readonly CheckedEdit[] = [
  offenderTooYoung({ code: '1508', offenses: ['11D'], from: 13, suppresses: ['1501'] }),
  offenderTooYoung({ code: '1509', offenses: violentCrimes, from: 11, suppresses: ['1501', '1508'] }),
];

function offenderTooYoung({ code, offenses, from, suppresses }: TooYoung): CheckedEdit {
  return warning('incident', {
    code,
    scope: 'report',
    elements: ['37', '6'],
    ...tooYoung,
    source: '5.2.10',
    suppresses,
    check({ offenseCodes, offenders }, run) {
      const offense = firstAmong(offenseCodes, offenses);
      if (offense === undefined) return;
      for (const offender of offenders) {
        const { ageOfOffender: age } = offender;
        const years = yearsOf(age);
        if (age === undefined || years === undefined || years >= from) continue;
        run.hit(offender, 'ageOfOffender', { details: { age: spellAge(age), offense: spell('6', offense) } });
      }
    },
  });
}

function firstAmong(offenseCodes: ReadonlySet<string>, wanted: readonly string[]): string | undefined {
  for (const offense of wanted) {
    if (offenseCodes.has(offense)) return offense;
  }
  return undefined;
}
