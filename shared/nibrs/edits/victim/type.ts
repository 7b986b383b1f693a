import {
  groupAOffenses,
  hasPersonAsVictim,
  isAgainst,
  offensesAgainstGovernment,
  victimTypes,
} from '../../codes/index.ts';
import type { VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { spell } from '../message.ts';

/** Whose victims certain offenses have. A blank or illegal type, like an illegal offense, suits everything: 401 or 404. */
interface TypeRule {
  code: string;
  /** What is said of such an offense. */
  about: string;
  /** What to enter instead. */
  enter: string;
  source: string;
  suppresses?: readonly string[];
  concerns(offenseCode: string): boolean;
  allows(type: string): boolean;
}

const rules: readonly TypeRule[] = [
  {
    code: '461',
    about: 'which has the government as its victim',
    enter: 'Enter G (Government)',
    // Appendix E calls the victim of wildlife trafficking (620) society; 080, 461 and 465 agree on the government.
    source: '3.3.5.3 Table 3-38; 5.2.5 Table 5-6',
    suppresses: ['482'],
    concerns: (offense) => offensesAgainstGovernment.has(offense),
    allows: (type) => type === 'G',
  },
  {
    code: '464',
    about: 'whose victim is always a person',
    enter: 'Enter I (Individual), or L for an officer attacked on duty',
    // Justifiable homicide is no crime by appendix A; appendix E wants a person as its victim like the edit's own list.
    source: '3.3.5.3 Table 3-38; 5.2.5 Table 5-6; appendix E 18',
    concerns: hasPersonAsVictim,
    allows: isPerson,
  },
  {
    code: '465',
    about: 'a crime against society',
    enter: 'Enter S (Society/Public)',
    source: '3.3.5.3 Table 3-38; 5.2.5 Table 5-6',
    suppresses: ['482'],
    concerns: (offense) => isAgainst('society', offense) && !offensesAgainstGovernment.has(offense),
    allows: (type) => type === 'S',
  },
  {
    code: '467',
    about: 'a crime against property',
    enter: 'Enter what its owner is, such as I (Individual) or B (Business)',
    source: '3.3.5.3 Table 3-38; 5.2.5 Table 5-6',
    concerns: (offense) => isAgainst('property', offense),
    allows: (type) => type !== 'S',
  },
];

/** The offenses in which officers are killed or attacked on duty. */
const officerOffenses: ReadonlySet<string> = new Set(['09A', '13A', '13B', '13C']);

/** Which type of victim (element 25) goes with which offense (element 24). */
export const victimTypeEdits: readonly CheckedEdit[] = [
  ...rules.map((rule) =>
    error('4', {
      code: rule.code,
      scope: 'segment',
      elements: ['25', '24'],
      message: `{element} is {value}, but the victim is connected to {offense}, ${rule.about}.`,
      hint: `${rule.enter}; or take the offense out of element 24 if it was not done to this victim.`,
      source: rule.source,
      ...(rule.suppresses && { suppresses: rule.suppresses }),
      check(segment, run) {
        const offense = offenseAgainst(rule, segment);
        if (offense !== undefined) run.hit(segment, 'typeOfVictim', { details: { offense: spell('24', offense) } });
      },
    }),
  ),
  error('4', {
    code: '482',
    scope: 'segment',
    elements: ['25', '24'],
    message: '{element} is {value}, but the victim is connected neither to murder nor to an assault.',
    hint: 'Enter I (Individual) in element 25; or add the offense against the officer, 09A, 13A, 13B or 13C, to element 24.',
    source: '3.3.5.3 Table 3-38; 5.2.5 Table 5-6',
    check(segment, run) {
      if (isOfficerOfNoAssault(segment)) run.hit(segment, 'typeOfVictim');
    },
  }),
];

/** True for the types of victim that are people: an individual, or an officer on duty. */
export function isPerson(type: string | undefined): boolean {
  return type === 'I' || type === 'L';
}

/** True for an officer who was killed or attacked on duty. */
export function isAttackedOfficer({ typeOfVictim, connectedOffenseCodes }: VictimSegment): boolean {
  return typeOfVictim === 'L' && connectedOffenseCodes.some(isOfficerOffense);
}

/**
 * True when no edit finds fault with the type of victim. Where one does, the type is what has to be corrected, and
 * nothing is said of elements that are too many or missing for it.
 */
export function hasRightType(segment: VictimSegment): boolean {
  if (!victimTypes.has(segment.typeOfVictim ?? '')) return false;
  for (const rule of rules) {
    if (offenseAgainst(rule, segment) !== undefined) return false;
  }
  return !isOfficerOfNoAssault(segment);
}

/** The first offense of the victim that the rule is about, when the rule does not allow the victim's type. */
function offenseAgainst(rule: TypeRule, { typeOfVictim, connectedOffenseCodes }: VictimSegment): string | undefined {
  if (typeOfVictim === undefined || rule.allows(typeOfVictim) || !victimTypes.has(typeOfVictim)) return undefined;
  return connectedOffenseCodes.find(rule.concerns);
}

function isOfficerOfNoAssault(victim: VictimSegment): boolean {
  const { typeOfVictim, connectedOffenseCodes } = victim;
  if (typeOfVictim !== 'L' || connectedOffenseCodes.length === 0) return false;
  // An illegal code (404) may be the assault.
  return !isAttackedOfficer(victim) && connectedOffenseCodes.every(isGroupA);
}

function isOfficerOffense(offenseCode: string): boolean {
  return officerOffenses.has(offenseCode);
}

function isGroupA(offenseCode: string): boolean {
  return groupAOffenses.has(offenseCode);
}
