import { isCode, relationships as relationshipCodes } from '../../codes/index.ts';
import { type CheckedEdit, type Run, warning } from '../edit.ts';
import { offenderNumbered } from '../offender/relationships.ts';
import { spellAge, yearsOf, yearsOfVictim } from '../rules/years.ts';
import { withAge } from './person.ts';
import { indexOfRelated } from './relationships.ts';
import { isPerson } from './type.ts';

/**
 * The specification does not define the family; this is the group of the FBI's user manual (2025.0, data element 35).
 * A cohabitant (CO) is outside it.
 */
const family: ReadonlySet<string> = new Set('SE CS PA SB CH GP GC IL SP SC SS OF FP FC'.split(' '));

const YEARS_BETWEEN_GENERATIONS = 11;

type Elder = 'victim' | 'offender' | 'either';

/** Relationships between generations, and who of the two is the elder where 554 demands it. */
const elders: ReadonlyMap<string, Elder> = new Map([
  ['PA', 'victim'],
  ['GP', 'victim'],
  ['FP', 'victim'],
  ['CH', 'offender'],
  ['GC', 'offender'],
  ['FC', 'offender'],
  ['SP', 'either'],
  ['SC', 'either'],
  ['CF', 'either'],
]);

/** Relationships that are seldom true beside the offense or the ages. */
export const victimRelationshipWarnings: readonly CheckedEdit[] = [
  warning('4', {
    code: '1401',
    scope: 'segment',
    elements: ['35', '24'],
    message: 'The victim of incest (36A) is no relative of the offender: {element} is {value}.',
    hint: 'Enter the family relationship, or report rape (11A) or statutory rape (36B) instead of incest.',
    source: '5.2.10',
    check(victim, run) {
      if (!victim.connectedOffenseCodes.includes('36A') || !isPerson(victim.typeOfVictim)) return;
      const { relationships } = victim;
      if (relationships.some(({ relationship }) => mayBeFamily(relationship, run))) return;
      const occurrence = relationships.findIndex(({ relationship }) => relationship !== undefined);
      if (occurrence >= 0) run.hit(victim, 'relationshipToOffender', { occurrence });
    },
  }),
  warning('4', {
    code: '1403',
    scope: 'segment',
    elements: ['35', '24'],
    message: 'The victim of statutory rape (36B) is a relative of the offender: {element} is {value}.',
    hint: 'Report incest (36A) or rape (11A) instead of statutory rape, or correct the relationship.',
    source: '5.2.10',
    check(victim, run) {
      if (!victim.connectedOffenseCodes.includes('36B') || !isPerson(victim.typeOfVictim)) return;
      let occurrence = 0;
      for (const { relationship = '' } of victim.relationships) {
        if (family.has(relationship) && !isIllegal(relationship, run))
          run.hit(victim, 'relationshipToOffender', { occurrence });
        occurrence += 1;
      }
    },
  }),
  warning('incident', {
    code: '1413',
    scope: 'report',
    elements: ['35', '26', '37'],
    message:
      '{element} is {value}, but the victim, aged {age}, and offender {offender}, aged {other}, are less than 11 years apart.',
    hint: 'Check the relationship and the ages of both, and correct what is wrong.',
    source: '5.2.10',
    check({ offenders, victims }, run) {
      for (const victim of victims) {
        if (!isPerson(victim.typeOfVictim)) continue;
        const { relationships } = victim;
        for (let occurrence = 0; occurrence < relationships.length; occurrence++) {
          const relationship = relationships[occurrence]?.relationship ?? '';
          const elder = elders.get(relationship);
          if (elder === undefined || isIllegal(relationship, run)) continue;
          const offender = relationships[occurrence]?.offenderNumber ?? '';
          const ageOfOffender = offenderNumbered(offenders, offender)?.ageOfOffender;
          if (!areTooClose(yearsOfVictim(victim.ageOfVictim), yearsOf(ageOfOffender), elder)) continue;
          const details = { ...withAge(victim).details, offender, other: spellAge(ageOfOffender ?? '') };
          run.hit(victim, 'relationshipToOffender', { occurrence, details });
        }
      }
    },
  }),
  warning('4', {
    code: '1449',
    scope: 'segment',
    elements: ['26', '35'],
    message: '{element} is {age}, under 18, but the victim is the spouse (SE) of an offender.',
    hint: 'Make sure that the age and the relationship are right.',
    source: '5.2.10',
    check(victim, run) {
      if (indexOfRelated(victim, 'SE') < 0) return;
      const years = yearsOfVictim(victim.ageOfVictim);
      // Under 13 is 450.
      if (years !== undefined && years >= 13 && years < 18) run.hit(victim, 'ageOfVictim', withAge(victim));
    },
  }),
];

/** A code that is not legal may be meant as one of the family. */
function mayBeFamily(relationship: string | undefined, run: Run): boolean {
  return relationship !== undefined && (family.has(relationship) || isIllegal(relationship, run));
}

/** 404 says what is wrong with it. */
function isIllegal(relationship: string, run: Run): boolean {
  return !isCode(relationshipCodes, relationship, run.context.period);
}

/** An elder who is not even older is told by 554. */
function areTooClose(victim: number | undefined, offender: number | undefined, elder: Elder): boolean {
  if (victim === undefined || offender === undefined) return false;
  const years = elder === 'offender' ? offender - victim : victim - offender;
  if (elder === 'either') return Math.abs(years) < YEARS_BETWEEN_GENERATIONS;
  return years > 0 && years < YEARS_BETWEEN_GENERATIONS;
}
