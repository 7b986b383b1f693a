import type { Relationship } from '../../shared/nibrs/model/index.ts';
import { twoDigits } from './context.ts';
import type { Draw } from './draw.ts';
import type { Offender } from './offenders.ts';
import type { Person } from './people.ts';

/** A victim and how the victim stands to each offender (elements 34 and 35). */
export interface Relation {
  victim: Person;
  relationships: Relationship[];
}

/** Relationships that say nothing about ages. */
const anyAge = ['AQ', 'ST', 'OK', 'FR', 'NE'] as const;

/** How much older than the offender, who is 30 to 60, the victim is (edits 450, 550, 554 and warning 1413). */
interface Kinship {
  code: string;
  least: number;
  most: number;
}

const kinship: readonly [Kinship, ...Kinship[]] = [
  { code: 'SE', least: -6, most: 6 },
  { code: 'SB', least: -6, most: 6 },
  { code: 'BG', least: -6, most: 6 },
  { code: 'PA', least: 18, most: 22 },
  { code: 'CH', least: -22, most: -18 },
];

const family: readonly [Kinship, ...Kinship[]] = [
  { code: 'SB', least: -6, most: 6 },
  { code: 'PA', least: 18, most: 22 },
];

/** What a victim is to the offender: family, nothing that asks for an age, or either. */
export type Ties = 'family' | 'neutral' | 'any';

/**
 * Relates a victim to every offender (edit 085), to number 00 without a relationship when the offender is unknown
 * (edit 468). Kin get an age that suits.
 */
export function drawRelationships(draw: Draw, victim: Person, offenders: readonly Offender[], ties: Ties): Relation {
  const [only, ...others] = offenders;
  const years = only?.person?.years;
  const mayBeKin = ties !== 'neutral' && others.length === 0 && years !== undefined && years >= 30 && years <= 60;
  if (mayBeKin && (ties === 'family' || draw.chance(0.5))) {
    const { code, least, most } = ties === 'family' ? draw.pick(family) : draw.pick(kinship);
    const victimYears = years + draw.integer(least, most);
    return {
      victim: { ...victim, years: victimYears, age: twoDigits(victimYears) },
      relationships: [{ offenderNumber: only?.segment.offenderSequenceNumber, relationship: code }],
    };
  }
  return {
    victim,
    relationships: offenders.map(({ segment, person }) => ({
      offenderNumber: segment.offenderSequenceNumber,
      relationship: person ? draw.pick(anyAge) : undefined,
    })),
  };
}
