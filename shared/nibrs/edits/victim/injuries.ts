import { edition2025, firearms, injuries, isAgainst, isCode, weapons } from '../../codes/index.ts';
import type { OffenseSegment, VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import type { Incident } from '../incident.ts';

/** The specification says nothing of gunshot wounds (G) here; nobody would call one minor. */
const majorInjuries: ReadonlySet<string> = new Set(['B', 'G', 'I', 'L', 'O', 'T', 'U']);

/** Whether injuries (element 33) go with the offenses and their weapons. */
export const injuryEdits: readonly CheckedEdit[] = [
  error('4', {
    code: '479',
    scope: 'segment',
    elements: ['33', '24'],
    message: '{element} is {value}, a major injury, but simple assault (13B) is the only crime against this person.',
    hint: 'Report aggravated assault (13A) in its place; or, if the injury was minor, enter M in element 33.',
    source: '3.3.5.14 Table 3-49; 5.2.5 Table 5-6',
    check(segment, run) {
      const { typeInjury, connectedOffenseCodes } = segment;
      if (typeInjury.length === 0 || !isOnlySimplyAssaulted(connectedOffenseCodes)) return;
      for (let occurrence = 0; occurrence < typeInjury.length; occurrence++) {
        const injury = typeInjury[occurrence] ?? '';
        // One that is not legal in the period is 404.
        if (!majorInjuries.has(injury) || !isCode(injuries, injury, run.context.period)) continue;
        run.hit(segment, 'typeInjury', { occurrence });
        return;
      }
    },
  }),
  // Only table 5-6 has it, and says "should"; it is listed among the errors all the same.
  error('incident', {
    code: '486',
    scope: 'report',
    elements: ['33', '13', '24'],
    message: '{element} is {value}, but no offense of the victim has a firearm as its weapon.',
    hint: 'Enter the firearm, 11 to 15, in element 13 of the offense, or correct the injury.',
    source: '5.2.5 Table 5-6',
    since: edition2025,
    check({ victims, offenses, offenseCodes }, run) {
      for (const victim of victims) {
        const occurrence = victim.typeInjury.indexOf('G');
        if (occurrence < 0 || isOnlySimplyAssaulted(victim.connectedOffenseCodes)) continue; // 479 says so
        if (!areKnown(victim, offenseCodes)) continue;
        if (hasOnlyOtherWeapons(victim, offenses)) run.hit(victim, 'typeInjury', { occurrence });
      }
    },
  }),
];

/** True when a simple assault is the only crime against the victim's person. */
function isOnlySimplyAssaulted(offenseCodes: readonly string[]): boolean {
  let simply = false;
  for (const code of offenseCodes) {
    if (code === '13B') simply = true;
    else if (isAgainst('person', code)) return false;
  }
  return simply;
}

/** True when the incident has all offenses of the victim; else 404 or 466 says so. */
function areKnown({ connectedOffenseCodes }: VictimSegment, offenseCodes: Incident['offenseCodes']): boolean {
  return connectedOffenseCodes.every((code) => offenseCodes.has(code));
}

/** True when the weapons of the victim's offenses are known, and no firearms. Offenses without any are for 221 and 419. */
function hasOnlyOtherWeapons({ connectedOffenseCodes }: VictimSegment, offenses: readonly OffenseSegment[]): boolean {
  let any = false;
  for (const offense of offenses) {
    if (!connectedOffenseCodes.includes(offense.offenseCode ?? '')) continue;
    for (const { weapon = '' } of offense.weapons) {
      if (firearms.has(weapon) || !weapons.has(weapon)) return false;
      any = true;
    }
  }
  return any;
}
