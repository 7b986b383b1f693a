import { asksForRelationship, edition2025, groupAOffenses } from '../../codes/index.ts';
import type { Period, VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error, type HitDetails, type Run } from '../edit.ts';
import { type Element, elementsOf, isFilled } from '../element.ts';
import { spell } from '../message.ts';
import { hitBlank } from '../rules/mandatory.ts';
import { circumstancesToEnter, hasCircumstances } from './circumstances.ts';
import { isPerson } from './type.ts';

const of = elementsOf('4');

/** The victims of these had no injuries to report before the 2025.0 edition. */
const homicides: ReadonlySet<string> = new Set(['09A', '09B', '09C']);

/** Offenses whose victims have injuries (element 33), beside the homicides. */
const injuring: ReadonlySet<string> = new Set([
  '100',
  '11A',
  '11B',
  '11C',
  '11D',
  '120',
  '13A',
  '13B',
  '210',
  '64A',
  '64B',
]);

/** Elements that victims have because of the offenses which they are connected to (element 24). */
interface Demand {
  element: Element;
  isDemanded(offenseCode: string, period: Period): boolean;
  /** In place of what the list of the element says. */
  hint?(offenseCode: string): string;
}

const demands: readonly Demand[] = [
  { element: of('assaultHomicideCircumstances'), isDemanded: hasCircumstances, hint: circumstancesToEnter },
  {
    element: of('typeInjury'),
    isDemanded: (offense, period) => injuring.has(offense) || (period >= edition2025 && homicides.has(offense)),
  },
  { element: of('relatedOffenderNumber'), isDemanded: asksForRelationship },
];

/** The part of 401 that depends on the offenses: what has to be filled because of them. */
export function checkDemands(victim: VictimSegment, run: Run): void {
  // The offenses in question have people as victims: of any other 464 or 458 tells, of an illegal one 401 or 404.
  if (!isPerson(victim.typeOfVictim)) return;
  for (const { element, isDemanded, hint } of demands) {
    if (isFilled(element, victim)) continue;
    for (const offense of victim.connectedOffenseCodes) {
      if (!isDemanded(offense, run.context.period)) continue;
      hitBlank(run, victim, element, {
        message: '{element} is blank; a victim of {offense} needs it.',
        details: { offense: spell('24', offense) },
        ...(hint && { hint: hint(offense) }),
      });
      break;
    }
  }
}

/** Names of the elements that `checkDemands` may ask for. */
export const demandedElements: readonly string[] = demands.map(({ element }) => element.name);

/** What only victims of certain offenses have. */
export const elementsByOffenseEdits: readonly CheckedEdit[] = [
  error('4', {
    code: '419',
    scope: 'segment',
    elements: ['31', '33', '24'],
    message: '{element} is {value}, which victims of {offenses} do not have.',
    hint: 'Leave it blank; if an offense is missing in element 24, add that.',
    source: '3.3.5.12 Table 3-47; 3.3.5.14 Table 3-49; 5.2.5 Table 5-6',
    suppresses: ['402', '404'],
    check(segment, run) {
      const { assaultHomicideCircumstances, typeInjury, typeOfVictim } = segment;
      if (assaultHomicideCircumstances.length > 0 && isForeign(segment, hasCircumstances)) {
        run.hit(segment, 'assaultHomicideCircumstances', withOffenses(segment));
      }
      // Victims that are no people have no injuries at all: 458 says so.
      if (typeInjury.length > 0 && isPerson(typeOfVictim) && isForeign(segment, hasInjuries)) {
        run.hit(segment, 'typeInjury', withOffenses(segment));
      }
    },
  }),
];

/** True when none of the victim's offenses brings it about. A blank or illegal offense (401, 404) might. */
function isForeign({ connectedOffenseCodes }: VictimSegment, bringsIt: (offenseCode: string) => boolean): boolean {
  for (const offense of connectedOffenseCodes) {
    if (bringsIt(offense) || !groupAOffenses.has(offense)) return false;
  }
  return connectedOffenseCodes.length > 0;
}

/** The victim's offenses for braces in the words of an edit. */
function withOffenses({ connectedOffenseCodes }: VictimSegment): HitDetails {
  return { details: { offenses: connectedOffenseCodes.map((code) => spell('24', code)).join(', ') } };
}

/** Those of homicides were first asked for in 2025.0; what an edition loosened is loosened for every period. */
function hasInjuries(offenseCode: string): boolean {
  return injuring.has(offenseCode) || homicides.has(offenseCode);
}
