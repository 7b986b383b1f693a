import {
  asksForRelationship,
  clearances,
  groupAOffenses,
  isAgainst,
  offensesAgainstGovernment,
  victimTypes,
} from '../../codes/index.ts';
import type { OffenderSegment, OffenseSegment, VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { offenderNumbered } from '../offender/relationships.ts';
import { isDate, spellDate } from '../rules/dates.ts';
import { digits } from '../rules/numeric.ts';
import { isPerson } from '../victim/type.ts';

const { pattern: twoDigits } = digits(2);

const noOffender = {
  hint: 'Add it, also when nothing is known of the offender: then it has the number 00 and nothing else.',
};

/** How the segments of an incident hang together; those of property are in `property.ts`. */
export const segmentStructureEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '050',
    scope: 'report',
    elements: ['Level'],
    message: 'This {segment} segment stands after a segment of a higher level of the same incident.',
    hint: 'Put the segments of an incident in the order of their levels, 1 to 6.',
    source: '3.3.1.2 Table 3-2; 4.5; 5.2.1 Table 5-2',
    deletes: 'also',
    check({ segments }, run) {
      let highest = '0';
      for (const segment of segments) {
        if (segment.level < highest) run.hit(segment, 'level');
        highest = segment.level;
      }
    },
  }),
  error('incident', {
    code: '055',
    scope: 'report',
    elements: ['Level', 'Action'],
    message: 'The incident begins with a level {value} segment instead of an administrative segment (level 1).',
    hint: 'Put the administrative segment first and keep all segments of the incident together.',
    source: '3.3.1.2 Table 3-2; 5.2.1 Table 5-2',
    deletes: 'also',
    check({ segments }, run) {
      const [first, second] = segments;
      if (first === undefined) return;
      if (first.level !== '1') run.hit(first, 'level');
      else if (first.action === 'D' && second !== undefined) {
        run.hit(first, 'action', {
          message: 'The incident is deleted, yet other segments of it follow.',
          hint: 'Send the delete alone; to replace the incident, send all of its segments again after it, with action I.',
        });
      }
    },
  }),
  error('incident', {
    code: '065',
    scope: 'report',
    elements: ['6', '24'],
    message: 'No victim is connected to the offense {value}.',
    hint: 'Enter the offense code in element 24 of its victim, or remove the offense.',
    source: '3.3.1.2 Table 3-2; 5.2.1 Table 5-2',
    check({ offenses, victims }, run) {
      // No victim is 075; what a blank or illegal code of a victim should be (401, 404) may be the offense.
      if (victims.length === 0 || !victims.every(isConnectedLegally)) return;
      for (const offense of offenses) {
        const { offenseCode = '' } = offense;
        // A code that no victim could be connected to has its own finding, 204 or 264.
        if (groupAOffenses.has(offenseCode) && !hasVictim(offenseCode, victims)) run.hit(offense, 'offenseCode');
      }
    },
  }),
  error('incident', {
    code: '070',
    scope: 'report',
    elements: ['34', '36'],
    message: 'The victim is related to offender {number}, whom the incident does not have.',
    hint: 'Enter the number of an offender of this incident, or add the offender.',
    source: '3.3.1.2 Table 3-2; 3.3.5.15 Table 3-50; 5.2.1 Table 5-2',
    check({ offenders, victims }, run) {
      // No offender is 075; one whose number cannot be read is 501 or 502, and may be the one that is meant.
      if (offenders.length === 0 || !offenders.every(isNumbered) || areConfused(offenders)) return;
      for (const victim of victims) {
        let occurrence = 0;
        for (const { offenderNumber: number = '' } of victim.relationships) {
          if (twoDigits.test(number) && offenderNumbered(offenders, number) === undefined)
            run.hit(victim, 'relatedOffenderNumber', { occurrence, details: { number } });
          occurrence += 1;
        }
      }
    },
  }),
  error('incident', {
    code: '071',
    scope: 'report',
    elements: ['42', '4', '5'],
    message: '{element} {value} is not after {cleared}, the day on which the incident was cleared exceptionally.',
    hint: 'An incident with an arrest is not cleared exceptionally: correct the dates, or enter N in element 4.',
    source: '3.3.1.2 Table 3-2; 3.3.2.8 Table 3-14; 5.2.1 Table 5-2',
    check({ administrative, arrestees }, run) {
      const cleared = clearanceDate(administrative);
      if (cleared === undefined) return;
      for (const arrestee of arrestees) {
        const { arrestDate = '' } = arrestee;
        if (isDate(arrestDate) && arrestDate <= cleared)
          run.hit(arrestee, 'arrestDate', { details: { cleared: spellDate(cleared) ?? cleared } });
      }
    },
  }),
  error('incident', {
    code: '075',
    scope: 'report',
    elements: ['Level'],
    message: 'The incident has no {segment} segment.',
    hint: 'Add it: an incident has an administrative segment (level 1), and an offense (2), victim (4) and offender segment (5) at least.',
    source: '2.2; 3.3.1.2 Table 3-2; 5.2.1 Table 5-2',
    check({ offenses, victims, offenders }, run) {
      // A missing level 1 is 055.
      if (offenses.length === 0) run.hit({ level: '2', missing: true }, 'level');
      if (victims.length === 0) run.hit({ level: '4', missing: true }, 'level');
      if (offenders.length === 0) run.hit({ level: '5', missing: true }, 'level', noOffender);
    },
  }),
  error('incident', {
    code: '080',
    scope: 'report',
    elements: ['25', '6'],
    message: '{element} is {value}, but all offenses of the incident are crimes against society.',
    hint: 'Report one victim only, S (society), or G (government) for the federal offenses that have it.',
    source: '3.3.1.2 Table 3-2; 3.3.5.3 Table 3-38; 5.2.1 Table 5-2',
    suppresses: ['461', '465', '482'],
    check({ offenses, victims }, run) {
      if (offenses.length === 0 || !offenses.every(isAgainstSociety)) return;
      const allowed = new Set(
        offenses.map(({ offenseCode = '' }) => (offensesAgainstGovernment.has(offenseCode) ? 'G' : 'S')),
      );
      const told = new Set<string>();
      for (const victim of victims) {
        const { typeOfVictim = '', victimSequenceNumber = '' } = victim;
        // A type that is blank or illegal is 401 or 404, a victim who is there twice 451.
        if (!victimTypes.has(typeOfVictim) || told.has(victimSequenceNumber)) continue;
        if (victimSequenceNumber !== '') told.add(victimSequenceNumber);
        // Each type is allowed once, so that a mixture of both kinds of offenses can be reported at all.
        if (!allowed.delete(typeOfVictim as 'G' | 'S')) run.hit(victim, 'typeOfVictim');
      }
    },
  }),
  error('incident', {
    code: '085',
    scope: 'report',
    elements: ['34', '24', '25', '36'],
    message: 'The victim is related to fewer than two offenders, but the incident has {offenders}.',
    hint: 'Enter the relationship of this victim to at least two of the offenders; RU if it is unknown.',
    source: '3.3.1.2 Table 3-2; 5.2.1 Table 5-2',
    suppresses: ['401'],
    check({ offenders, victims }, run) {
      if (offenders.length < 2 || areConfused(offenders)) return;
      for (const victim of victims) {
        if (!needsRelationships(victim) || relatedOffenders(victim) > 1) continue;
        run.hit(victim, 'relatedOffenderNumber', { details: { offenders: String(offenders.length) } });
      }
    },
  }),
];

function hasVictim(offenseCode: string, victims: readonly VictimSegment[]): boolean {
  for (const { connectedOffenseCodes } of victims) if (connectedOffenseCodes.includes(offenseCode)) return true;
  return false;
}

function isConnectedLegally({ connectedOffenseCodes: codes }: VictimSegment): boolean {
  return codes.length > 0 && codes.every((code) => groupAOffenses.has(code));
}

function clearanceDate(administrative: Incident['administrative']): string | undefined {
  const { clearedExceptionally = '', exceptionalClearanceDate = '' } = administrative ?? {};
  return clearances.has(clearedExceptionally) && isDate(exceptionalClearanceDate)
    ? exceptionalClearanceDate
    : undefined;
}

/** True of offenders with one number twice (551), or with 00 among them (555): which one a victim means is not certain. */
function areConfused(offenders: Incident['offenders']): boolean {
  if (offenders.length < 2) return false;
  const numbers = new Set(offenders.map(({ offenderSequenceNumber }) => offenderSequenceNumber));
  return numbers.size < offenders.length || numbers.has('00');
}

function isNumbered({ offenderSequenceNumber = '' }: OffenderSegment): boolean {
  return twoDigits.test(offenderSequenceNumber);
}

function isAgainstSociety({ offenseCode }: OffenseSegment): boolean {
  return isAgainst('society', offenseCode);
}

function needsRelationships({ typeOfVictim, connectedOffenseCodes }: VictimSegment): boolean {
  return isPerson(typeOfVictim) && connectedOffenseCodes.some(asksForRelationship);
}

function relatedOffenders({ relationships }: VictimSegment): number {
  let count = 0;
  for (const { offenderNumber } of relationships) if (offenderNumber !== undefined) count += 1;
  return count;
}
