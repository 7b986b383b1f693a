import { groupAOffenses, motorVehicles } from '../../codes/index.ts';
import type { OffenseSegment, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, type EditContext, error, type HitDetails } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { spell } from '../message.ts';
import { isPreNibrs } from '../rules/pre-nibrs.ts';
import { hasVehicle, isDescribed, isExplained, isVehicle, loss, vehicleTheft } from './incident-facts.ts';
import { repeatsDescription } from './repeats.ts';

/** A number of motor vehicles, and the type of loss (element 14) under which it belongs. */
interface Count {
  readonly name: 'numberOfStolenMotorVehicles' | 'numberOfRecoveredMotorVehicles';
  readonly element: string;
  readonly loss: string;
  /** What happened to the vehicles. */
  readonly fate: string;
  /** Where its rules stand. */
  readonly source: string;
}

const stolen: Count = {
  name: 'numberOfStolenMotorVehicles',
  element: '18',
  loss: loss.stolen,
  fate: 'stolen',
  source: '3.3.4.5 Table 3-31; 5.2.4 Table 5-5',
};
const recovered: Count = {
  name: 'numberOfRecoveredMotorVehicles',
  element: '19',
  loss: loss.recovered,
  fate: 'recovered',
  source: '3.3.4.6 Table 3-32; 5.2.4 Table 5-5',
};

/** Elements 18 and 19. */
export const vehicleEdits: readonly CheckedEdit[] = [
  misplaced('357', stolen, ['302', '388', '1308']),
  // A recovery that concerns an incident from before the agency reported to NIBRS stands alone.
  misplaced('360', recovered, ['073', '302', '389'], isPreNibrs),
  missing('358', stolen),
  missing('361', recovered, hasVehicle),
  tooSmall('388', stolen),
  tooSmall('389', recovered),
  error('incident', {
    code: '359',
    scope: 'report',
    elements: ['15', '18', '19', '6'],
    message: 'The segment counts {number} motor vehicles, but none of its property descriptions is one.',
    hint: `Enter the description of the vehicles: ${[...motorVehicles].map((code) => spell('15', code)).join(', ')}.`,
    // The text reads as if every description had to be a vehicle, its message as if one were enough: one is enough.
    source: '3.3.4.2 Table 3-27; 5.2.4 Table 5-5',
    suppresses: ['390'],
    check(incident, run) {
      if (!incident.offenseCodes.has(vehicleTheft)) return;
      for (const segment of incident.properties) {
        const number = knownNumber(stolen, segment) ?? knownNumber(recovered, segment);
        // A description that is missing or illegal may be meant for a vehicle.
        if (number === undefined || hasVehicle(segment) || !isDescribed(segment, run.context.period)) continue;
        // After an attempt there is nothing to count, which 357 or 360 says.
        if (mayBeTheft(incident)) run.hit(segment, 'propertyDescription', { details: { number } });
      }
    },
  }),
];

/** 357, 360: the number is filled where none belongs. */
function misplaced(
  code: string,
  count: Count,
  suppresses: readonly string[],
  isExempt: (incident: Incident, context: EditContext) => boolean = () => false,
): CheckedEdit {
  return error('incident', {
    code,
    scope: 'report',
    elements: [count.element, '14', '6', '7'],
    message: '{element} is {value}, but the incident has no offense 240 (Motor Vehicle Theft).',
    hint: 'Leave it blank, or add the offense 240.',
    source: count.source,
    suppresses,
    check(incident, run) {
      for (const segment of incident.properties) {
        if (segment[count.name] === undefined) continue;
        if (segment.typePropertyLoss === count.loss && mayBeTheft(incident)) continue;
        if (!isExplained(incident, segment) || isExempt(incident, run.context)) continue;
        run.hit(segment, count.name, misplacedWords(count, segment, incident));
      }
    },
  });
}

function misplacedWords(count: Count, { typePropertyLoss }: PropertySegment, incident: Incident): HitDetails {
  if (!incident.offenseCodes.has(vehicleTheft)) return {};
  if (!mayBeTheft(incident)) return onlyAttempted;
  return { ...otherLoss, details: { found: spell('14', typePropertyLoss), proper: spell('14', count.loss) } };
}

const onlyAttempted = {
  message: '{element} is {value}, but the offense 240 (Motor Vehicle Theft) was only attempted.',
  hint: 'Leave it blank, or enter C (completed) as attempted/completed of the offense.',
};

const otherLoss = {
  message: '{element} is {value}, but the type of loss of this segment is {found}.',
  hint: 'Leave it blank here; it is entered in the property segment with type of loss {proper}.',
};

/** 358, 361: a completed theft does not say how many vehicles. */
function missing(
  code: string,
  count: Count,
  needsNumber: (segment: PropertySegment) => boolean = hasDescription,
): CheckedEdit {
  return error('incident', {
    code,
    scope: 'report',
    elements: [count.element, '6', '7', '14', '15'],
    message: '{element} is blank, but the incident has a completed offense 240 (Motor Vehicle Theft).',
    hint: `Enter how many motor vehicles were ${count.fate}, 01 to 99; 00 if it is unknown.`,
    source: count.source,
    check({ offenses, offenseCodes, properties }, run) {
      if (!offenseCodes.has(vehicleTheft) || !offenses.some(isCompletedTheft)) return;
      for (const segment of properties) {
        if (segment.typePropertyLoss !== count.loss || segment[count.name] !== undefined) continue;
        if (needsNumber(segment)) run.hit(segment, count.name);
      }
    },
  });
}

/** 388, 389: the number is less than the descriptions of vehicles alone. */
function tooSmall(code: string, count: Count): CheckedEdit {
  return error('3', {
    code,
    scope: 'segment',
    elements: [count.element, '15', '14'],
    message: `{element} is {value}, but {vehicles} kinds of motor vehicles were ${count.fate}.`,
    hint: `Enter how many motor vehicles were ${count.fate} in all; 00 if it is unknown.`,
    source: count.source,
    check(segment, run) {
      const number = knownNumber(count, segment);
      if (number === undefined) return;
      const vehicles = kindsOfVehicles(segment);
      if (Number(number) < vehicles) run.hit(segment, count.name, { details: { vehicles: String(vehicles) } });
    },
  });
}

/** The number of vehicles where it belongs, but for 00 (unknown) and what 302 says is no number. */
function knownNumber(count: Count, segment: PropertySegment): string | undefined {
  const number = segment[count.name];
  if (number === undefined || segment.typePropertyLoss !== count.loss) return undefined;
  return /^\d{2}$/.test(number) && number !== '00' ? number : undefined;
}

/** True when a vehicle may have been stolen: an offense 240 that was not only attempted, or a code that cannot be read. */
function mayBeTheft({ offenses }: Incident): boolean {
  return offenses.some(isPossibleTheft);
}

function isPossibleTheft({ offenseCode = '', attemptedCompleted }: OffenseSegment): boolean {
  return offenseCode === vehicleTheft ? attemptedCompleted !== 'A' : !groupAOffenses.has(offenseCode);
}

function isCompletedTheft({ offenseCode, attemptedCompleted }: OffenseSegment): boolean {
  return offenseCode === vehicleTheft && attemptedCompleted === 'C';
}

/** That nothing at all is entered is 372. */
function hasDescription({ properties }: PropertySegment): boolean {
  return properties.length > 0;
}

/** How many different vehicles are described; the same one twice is 306. */
function kindsOfVehicles({ properties }: PropertySegment): number {
  let kinds = 0;
  for (let occurrence = 0; occurrence < properties.length; occurrence++) {
    const property = properties[occurrence];
    if (property !== undefined && isVehicle(property) && !repeatsDescription(properties, occurrence)) kinds += 1;
  }
  return kinds;
}
