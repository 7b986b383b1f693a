import { relationships as relationshipCodes } from '../../codes/index.ts';
import type { OffenderSegment, VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error, type Run, warning } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { spell } from '../message.ts';
import { isAllUnknown } from '../offender/known.ts';
import { isPerson } from './type.ts';

const unknownOffender = '00';
const twoDigits = /^\d{2}$/;

/** Elements 34 and 35: how the victim stands to each offender. What a victim who is no person has of them is told by 458. */
export const victimRelationshipEdits: readonly CheckedEdit[] = [
  error('4', {
    code: '460',
    scope: 'segment',
    elements: ['35', '34'],
    message: '{element} is blank for offender {offender}.',
    hint: 'Enter how the victim stands to this offender; RU (relationship unknown) if nobody knows.',
    source: '3.3.5.16 Table 3-51; 5.2.5 Table 5-6',
    check(victim, run) {
      if (!isPerson(victim.typeOfVictim)) return;
      const { relationships } = victim;
      for (let occurrence = 0; occurrence < relationships.length; occurrence++) {
        const pair = relationships[occurrence];
        if (pair === undefined || pair.relationship !== undefined || !isKnownOffender(pair.offenderNumber)) continue;
        const details = { offender: pair.offenderNumber ?? '' };
        run.hit(victim, 'relationshipToOffender', { occurrence, details });
      }
    },
  }),
  error('incident', {
    code: '468',
    scope: 'segment',
    elements: ['35', '34'],
    message: '{element} is {value}, but nothing is known of the offender, who has the number 00.',
    hint: 'Leave the relationship blank; if the offender is known after all, give the offender a number from 01 on.',
    source: '3.3.5.16 Table 3-51; 5.2.5 Table 5-6',
    suppresses: ['404'],
    check({ offenders, victims }, run) {
      if (!offenders.some(isUnknownOffender)) return; // 070 or 075 says so
      for (const victim of victims) {
        if (!isPerson(victim.typeOfVictim)) continue;
        const { relationships } = victim;
        for (let occurrence = 0; occurrence < relationships.length; occurrence++) {
          const pair = relationships[occurrence];
          if (pair?.offenderNumber === unknownOffender && pair.relationship !== undefined)
            run.hit(victim, 'relationshipToOffender', { occurrence });
        }
      }
    },
  }),
  error('incident', {
    code: '470',
    scope: 'report',
    elements: ['35'],
    message: '{element} is {value}, which takes at least two victims and two offenders; the incident has {counts}.',
    hint: 'Add who is missing, or enter how else the victim stands to the offender.',
    source: '3.3.1.2 Table 3-2; 3.3.5.16 Table 3-51; 5.2.5 Table 5-6',
    check({ offenders, victims }, run) {
      if (offenders.length === 0 || (victims.length > 1 && offenders.length > 1)) return; // no offender is 075
      for (const victim of victims) {
        const occurrence = indexOfVictimWasOffender(victim);
        if (occurrence < 0) continue;
        const counts = `${count(victims, 'victim')} and ${count(offenders, 'offender')}`;
        run.hit(victim, 'relationshipToOffender', { occurrence, details: { counts } });
        return; // whoever is missing is missing once
      }
    },
  }),
  error('4', {
    code: '471',
    scope: 'segment',
    elements: ['35', '34'],
    message:
      '{element} is {value} both for offender {first} and for offender {second}, but one person is one offender only.',
    hint: 'Keep VO for the offender who is this victim, and enter how the victim stands to the other.',
    source: '3.3.5.15 Table 3-50; 3.3.5.16 Table 3-51; 5.2.5 Table 5-6',
    check(victim, run) {
      hitSecondOffenders(victim, 'VO', run);
    },
  }),
  error('incident', {
    code: '472',
    scope: 'report',
    elements: ['35', '37', '38', '39'],
    message: '{element} is {value}, but age, sex and race of offender {offender} are all unknown.',
    hint: 'Enter RU (relationship unknown), or what is known of the offender after all.',
    source: '3.3.5.16 Table 3-51; 5.2.5 Table 5-6',
    check({ offenders, victims }, run) {
      for (const offender of offenders) {
        // The text writes an unknown age as U, which is how XML writes 00.
        if (!isAllUnknown(offender)) continue;
        for (const victim of victims) hitKnownRelationships(victim, offender.offenderSequenceNumber, run);
      }
    },
  }),
  error('incident', {
    code: '474',
    scope: 'report',
    elements: ['35', '34'],
    message: '{element} is {value} for offender {offender}, but victim {victim} is that offender already.',
    hint: 'Enter the number of the offender who is this victim, or how else the victim stands to offender {offender}.',
    source: '3.3.1.2 Table 3-2; 3.3.5.16 Table 3-51; 5.2.5 Table 5-6',
    check(incident, run) {
      if (incident.offenders.length > 1) hitSecondVictims(incident, 'VO', run); // else 470 says so
    },
  }),
  warning('4', {
    code: '475',
    scope: 'segment',
    elements: ['35', '34'],
    message: '{element} is {value} both for offender {first} and for offender {second}.',
    hint: 'Keep SE for the offender whom the victim is married to, and enter XS (ex-spouse) or what is true for the other.',
    source: '5.2.10',
    check(victim, run) {
      hitSecondOffenders(victim, 'SE', run);
    },
  }),
  error('incident', {
    code: '476',
    scope: 'report',
    elements: ['35', '34'],
    message: "{element} is {value} for offender {offender}, but victim {victim} is that offender's spouse already.",
    hint: 'Enter the offender whom this victim is married to, or XS (ex-spouse) or what is true for offender {offender}.',
    source: '3.3.1.2 Table 3-2; 3.3.5.16 Table 3-51; 5.2.5 Table 5-6',
    check(incident, run) {
      hitSecondVictims(incident, 'SE', run);
    },
  }),
];

/** Where, from `from` on, a person is related so to an offender who has a number; -1 if nowhere. */
export function indexOfRelated(victim: VictimSegment, code: string, from = 0): number {
  if (!isPerson(victim.typeOfVictim)) return -1;
  const { relationships } = victim;
  for (let i = from; i < relationships.length; i++) {
    const pair = relationships[i];
    if (pair?.relationship === code && isKnownOffender(pair.offenderNumber)) return i;
  }
  return -1;
}

/** Where a victim was offender: a certain one, or one whose number is blank, of which no other edit tells; -1 if nowhere. */
function indexOfVictimWasOffender(victim: VictimSegment): number {
  const { relationships } = victim;
  for (let i = 0; i < relationships.length; i++) {
    const pair = relationships[i];
    if (pair?.relationship === 'VO' && pair.offenderNumber === undefined) return i;
  }
  return indexOfRelated(victim, 'VO');
}

/** Hits where one victim is related so to another offender than the first. */
function hitSecondOffenders(victim: VictimSegment, code: string, run: Run): void {
  const start = indexOfRelated(victim, code);
  if (start < 0) return;
  const first = offenderAt(victim, start);
  for (let i = indexOfRelated(victim, code, start + 1); i >= 0; i = indexOfRelated(victim, code, i + 1)) {
    const second = offenderAt(victim, i);
    // The same offender twice is 406.
    if (second !== first) run.hit(victim, 'relationshipToOffender', { occurrence: i, details: { first, second } });
  }
}

/** Hits where a victim is related so to an offender to whom an earlier victim is. */
function hitSecondVictims({ victims }: Incident, code: string, run: Run): void {
  if (victims.length < 2) return;
  for (const victim of victims) {
    for (let i = indexOfRelated(victim, code); i >= 0; i = indexOfRelated(victim, code, i + 1)) {
      const offender = offenderAt(victim, i);
      const first = victims.find((other) => isRelated(other, code, offender))?.victimSequenceNumber;
      if (first === victim.victimSequenceNumber) continue; // the same victim, or 451
      const details = { offender, victim: spell('23', first) };
      run.hit(victim, 'relationshipToOffender', { occurrence: i, details });
    }
  }
}

function isRelated(victim: VictimSegment, code: string, offender: string): boolean {
  for (let i = indexOfRelated(victim, code); i >= 0; i = indexOfRelated(victim, code, i + 1)) {
    if (offenderAt(victim, i) === offender) return true;
  }
  return false;
}

/** Hits every relationship to an offender that says more than that it is unknown. */
function hitKnownRelationships(victim: VictimSegment, offender: string | undefined, run: Run): void {
  if (!isPerson(victim.typeOfVictim)) return;
  const { relationships } = victim;
  for (let occurrence = 0; occurrence < relationships.length; occurrence++) {
    const pair = relationships[occurrence];
    if (pair?.offenderNumber !== offender || pair?.relationship === 'RU' || !isCode(pair?.relationship)) continue;
    run.hit(victim, 'relationshipToOffender', { occurrence, details: { offender: spell('36', offender) } });
  }
}

function isKnownOffender(number: string | undefined): boolean {
  return number !== undefined && number !== unknownOffender && twoDigits.test(number);
}

function isUnknownOffender({ offenderSequenceNumber }: OffenderSegment): boolean {
  return offenderSequenceNumber === unknownOffender;
}

function isCode(relationship: string | undefined): boolean {
  return relationship !== undefined && relationshipCodes.has(relationship);
}

function offenderAt({ relationships }: VictimSegment, occurrence: number): string {
  return relationships[occurrence]?.offenderNumber ?? '';
}

function count(segments: readonly unknown[], what: string): string {
  return segments.length === 1 ? `1 ${what}` : `${segments.length} ${what}s`;
}
