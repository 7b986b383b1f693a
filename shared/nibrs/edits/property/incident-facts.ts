import { drugTypes, groupAOffenses, isCode, motorVehicles, propertyDescriptions } from '../../codes/index.ts';
import type { Drug, Period, Property, PropertySegment } from '../../model/index.ts';
import type { Incident } from '../incident.ts';
import { canHaveProperty, lossesOf } from '../structure/property-loss.ts';
import { describesNothing } from './entries.ts';

/** Element 14 by its meaning. */
export const loss = { none: '1', burned: '2', recovered: '5', seized: '6', stolen: '7' } as const;

/** Element 6: motor vehicle theft, and the two drug offenses. */
export const vehicleTheft = '240';
export const drugViolations = '35A';
export const drugEquipmentViolations = '35B';

/** Element 15: what is seized in a case of each. */
export const drugs = '10';
export const drugEquipment = '11';

/** True when the incident has one offense, and it is this one. */
export function isOnlyOffense({ offenses }: Incident, offenseCode: string): boolean {
  return offenses.length === 1 && offenses[0]?.offenseCode === offenseCode;
}

/** True when the incident certainly lacks an offense: one whose code cannot be read may be it. */
export function lacksOffense({ offenses, offenseCodes }: Incident, offenseCode: string): boolean {
  if (offenses.length === 0 || offenseCodes.has(offenseCode)) return false;
  return offenses.every((offense) => groupAOffenses.has(offense.offenseCode ?? ''));
}

export function hasDescription({ properties }: PropertySegment, wanted: string): boolean {
  for (const { description } of properties) if (description === wanted) return true;
  return false;
}

/** True when there are descriptions, and all of them can be read. */
export function isDescribed({ properties }: PropertySegment, period: Period): boolean {
  return (
    properties.length > 0 &&
    properties.every(({ description = '' }) => isCode(propertyDescriptions, description, period))
  );
}

export function hasVehicle({ properties }: PropertySegment): boolean {
  return properties.some(isVehicle);
}

/** True for the description of a motor vehicle. */
export function isVehicle({ description = '' }: Property): boolean {
  return motorVehicles.has(description);
}

/** True when a drug says which it is. */
export function isDrug(drug: Drug): drug is Drug & { type: string } {
  return drugTypes.has(drug.type ?? '');
}

/** What is seized in a case of one drug offense only, and that offense. */
interface Misfit {
  readonly description: string;
  readonly offense: string;
}

const equipmentWithoutItsOffense: Misfit = { description: drugEquipment, offense: drugEquipmentViolations };
const drugsWithoutTheirOffense: Misfit = { description: drugs, offense: drugViolations };

/**
 * What cannot have been seized because the other drug offense is the only offense of the incident that can have
 * property (edit 387).
 */
export function seizedMisfit({ offenses, offenseCodes }: Incident): Misfit | undefined {
  const drugOffense = offenseCodes.has(drugViolations) ? drugViolations : drugEquipmentViolations;
  if (!offenseCodes.has(drugOffense)) return undefined;
  for (const offense of offenses) {
    const { offenseCode = '' } = offense;
    // An offense that cannot be read may explain anything.
    const explains = canHaveProperty(offense) || !groupAOffenses.has(offenseCode);
    if (offenseCode !== drugOffense && explains) return undefined;
  }
  return drugOffense === drugViolations ? equipmentWithoutItsOffense : drugsWithoutTheirOffense;
}

/** True when a segment has what 387 says was not seized. */
export function hasMisfit(incident: Incident, segment: PropertySegment): boolean {
  if (segment.typePropertyLoss !== loss.seized) return false;
  const misfit = seizedMisfit(incident);
  return misfit !== undefined && hasDescription(segment, misfit.description);
}

/** True when an offense of the incident explains the type of loss; else 076, 081, 301, 304 or 352 says that it is wrong. */
export function isExplained({ offenses }: Incident, segment: PropertySegment): boolean {
  const { typePropertyLoss: type = '' } = segment;
  return !describesNothing(segment) && offenses.some((offense) => lossesOf(offense).has(type));
}
