import { groupAOffenses, isCode, motorVehicles, propertyDescriptions, propertyLosses } from '../../codes/index.ts';
import type { OffenseSegment, Property, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { digits, digitsFromOne } from '../rules/numeric.ts';
import { canHaveProperty, lossesOf, mustHaveProperty } from './property-loss.ts';

const recovered = '5';
const stolen = '7';
const vehicleParts = '38';

const { pattern: countForm } = digitsFromOne(2);
const { pattern: valueForm } = digits(9);

const recoveringOffenses: ReadonlySet<string> = new Set(['250', '280', '58B']);

/** Property against offenses, and recovered property against stolen property. */
export const propertyStructureEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '072',
    scope: 'report',
    elements: ['15', '14', '6'],
    message: '{element} {value} was recovered but not stolen.',
    hint: 'Enter the same description under type of loss 7 (stolen), or correct the recovered one.',
    source: '3.3.1.2 Table 3-2; 3.3.4.1 Table 3-26; 3.3.4.2 Table 3-27; 5.2.1 Table 5-2',
    check(incident, run) {
      const recoveries = entries(incident, recovered);
      if (recoveries.length === 0 || mayRecoverWhatWasNotStolen(incident) || hasMisreadLoss(incident)) return;
      const { period } = run.context;
      const wasStolen = new Set(entries(incident, stolen).map(({ description = '' }) => description));
      // A description that is blank or illegal (354, 304) may be meant for what was recovered.
      if ([...wasStolen].some((description) => !isCode(propertyDescriptions, description, period))) return;
      const vehicleWasStolen = [...motorVehicles].some((vehicle) => wasStolen.has(vehicle));
      for (const { segment, occurrence, description = '' } of recoveries) {
        if (!isCode(propertyDescriptions, description, period) || wasStolen.has(description)) continue;
        if (description === vehicleParts && vehicleWasStolen) continue;
        run.hit(segment, 'propertyDescription', { occurrence });
      }
    },
  }),
  error('incident', {
    code: '073',
    scope: 'report',
    elements: ['19', '18'],
    message: 'The incident recovers {recovered} motor vehicles, more than the {stolen} that were stolen.',
    hint: 'Correct one of the two numbers; 00 if it is unknown.',
    source: '3.3.1.2 Table 3-2; 3.3.4.6 Table 3-32; 5.2.1 Table 5-2',
    check({ properties }, run) {
      const theft = properties.find(({ typePropertyLoss }) => typePropertyLoss === stolen);
      const recovery = properties.find(({ typePropertyLoss }) => typePropertyLoss === recovered);
      const [before, after] = [theft?.numberOfStolenMotorVehicles, recovery?.numberOfRecoveredMotorVehicles];
      // 00 is unknown, and cannot be compared.
      if (recovery === undefined || !isCount(before) || !isCount(after) || after <= before) return;
      run.hit(recovery, 'numberOfRecoveredMotorVehicles', { details: { recovered: after, stolen: before } });
    },
  }),
  error('incident', {
    code: '074',
    scope: 'report',
    elements: ['6', '14'],
    message: 'The incident has no property segment, which the offense {value} needs.',
    hint: 'Add a property segment; with type of loss 1 or 8 if nothing was lost or nothing is known.',
    source: '3.3.1.2 Table 3-2; 5.2.1 Table 5-2',
    check({ offenses, properties }, run) {
      const offense = properties.length === 0 ? offenses.find(mustHaveProperty) : undefined;
      if (offense !== undefined) run.hit(offense, 'offenseCode');
    },
  }),
  error('incident', {
    code: '076',
    scope: 'report',
    elements: ['14', '6'],
    message: 'The incident has a property segment, but no offense that can have one.',
    hint: 'Remove the property segment, or add the offense that it belongs to.',
    source: '3.3.1.2 Table 3-2; 5.2.1 Table 5-2',
    suppresses: ['081'],
    check({ offenses, properties }, run) {
      if (offenses.length === 0 || offenses.some(mayExplainProperty)) return;
      for (const property of properties) run.hit(property, 'typePropertyLoss');
    },
  }),
  error('incident', {
    code: '077',
    scope: 'report',
    elements: ['14', '6', '7'],
    message: 'The offense {value} was attempted, but no property segment says that nothing was lost.',
    hint: 'Add a property segment with type of loss 1 (none) or 8 (unknown), or correct element 7.',
    source: '3.3.4.1 Table 3-26; 5.2.1 Table 5-2',
    check(incident, run) {
      for (const offense of offensesWithoutLoss(incident, 'A')) run.hit(offense, 'offenseCode');
    },
  }),
  error('incident', {
    code: '078',
    scope: 'report',
    elements: ['14', '6', '7'],
    message: 'No property segment has a type of loss that the completed offense {value} can have: {losses}.',
    hint: 'Add the property segment or correct its type of loss; A in element 7 if the offense was only attempted.',
    source: '3.3.4.1 Table 3-26; 5.2.1 Table 5-2',
    check(incident, run) {
      for (const offense of offensesWithoutLoss(incident, 'C')) {
        const losses = [...lossesOf(offense)]
          .map((type) => `${type} (${propertyLosses.get(type)?.meaning})`)
          .join(', ');
        run.hit(offense, 'offenseCode', { details: { losses } });
      }
    },
  }),
  error('incident', {
    code: '081',
    scope: 'report',
    elements: ['14', '6', '7'],
    message: '{element} is {value}, which no offense of the incident can have.',
    hint: 'Correct the type of loss, or element 7 (attempted or completed) of the offense that it belongs to.',
    source: '3.3.4.1 Table 3-26; 5.2.1 Table 5-2',
    check({ offenses, properties }, run) {
      for (const property of properties) {
        if (isUnexplained(property, offenses)) run.hit(property, 'typePropertyLoss');
      }
    },
  }),
  error('incident', {
    code: '084',
    scope: 'report',
    elements: ['16', '15', '14'],
    message: '{element} {value} was recovered, more than the {stolen} that was stolen.',
    hint: 'Enter no more than the stolen value: property keeps the value it had when it was stolen.',
    source: '3.3.4.3 Table 3-29; 5.2.1 Table 5-2',
    check(incident, run) {
      const recoveries = entries(incident, recovered);
      if (recoveries.length === 0 || mayRecoverWhatWasNotStolen(incident)) return;
      const values = stolenValues(incident);
      for (const { segment, occurrence, description = '', value } of recoveries) {
        const limit = values.get(description);
        if (limit === undefined || !isValue(value) || Number(value) <= limit) continue;
        run.hit(segment, 'propertyValue', { occurrence, details: { stolen: String(limit) } });
      }
    },
  }),
];

interface Entry extends Property {
  segment: PropertySegment;
  occurrence: number;
}

/** The properties of the segments with one type of loss. */
function entries({ properties }: Incident, type: string): readonly Entry[] {
  let found: Entry[] | undefined;
  for (const segment of properties) {
    if (segment.typePropertyLoss !== type) continue;
    found ??= [];
    let occurrence = 0;
    for (const property of segment.properties) found.push({ ...property, segment, occurrence: occurrence++ });
  }
  return found ?? none;
}

const none: readonly Entry[] = [];

/**
 * Forgery, stolen property and export offenses recover what was stolen elsewhere. 084 names no 58B, but can mean nothing
 * else. An offense that is missing (075) or cannot be read (201, 204, 264) may be one of them.
 */
function mayRecoverWhatWasNotStolen({ offenses }: Incident): boolean {
  return (
    offenses.length === 0 ||
    offenses.some(({ offenseCode = '' }) => !groupAOffenses.has(offenseCode) || recoveringOffenses.has(offenseCode))
  );
}

/** True when a segment has a type of loss that cannot be read (301, 304) or is not explained (081): it may be meant for another. */
function hasMisreadLoss({ offenses, properties }: Incident): boolean {
  return properties.some((property) => !isType(property) || isUnexplained(property, offenses));
}

/** Attempted (A) or completed (C) offenses that need a property segment and have none which fits. */
function offensesWithoutLoss(incident: Incident, attemptedCompleted: 'A' | 'C'): readonly OffenseSegment[] {
  let lacking: OffenseSegment[] | undefined;
  for (const offense of incident.offenses) {
    if (offense.attemptedCompleted !== attemptedCompleted || !lacksLoss(offense, incident)) continue;
    lacking ??= [];
    lacking.push(offense);
  }
  return lacking === undefined || hasMisreadLoss(incident) ? [] : lacking;
}

function lacksLoss(offense: OffenseSegment, { properties }: Incident): boolean {
  if (!canHaveProperty(offense)) return false;
  if (properties.length === 0) return !mustHaveProperty(offense); // else 074 says so
  const losses = lossesOf(offense);
  for (const { typePropertyLoss } of properties) if (losses.has(typePropertyLoss ?? '')) return false;
  return true;
}

/** An offense that cannot be read (201, 204, 264) may be one that has property. */
function mayExplainProperty(offense: OffenseSegment): boolean {
  return canHaveProperty(offense) || !groupAOffenses.has(offense.offenseCode ?? '');
}

/** True when no offense of the incident can have the type of loss. An offense that cannot be read may have any. */
function isUnexplained(property: PropertySegment, offenses: readonly OffenseSegment[]): boolean {
  if (!isType(property) || offenses.length === 0) return false; // no offense is 075
  for (const offense of offenses) {
    if (!groupAOffenses.has(offense.offenseCode ?? '')) return false;
    if (lossesOf(offense).has(property.typePropertyLoss ?? '')) return false;
  }
  return true;
}

function isType({ typePropertyLoss }: PropertySegment): boolean {
  return propertyLosses.has(typePropertyLoss ?? '');
}

/** What was stolen, in dollars, by description; recovered parts are measured by the vehicles unless parts were stolen too. */
function stolenValues(incident: Incident): Map<string, number> {
  const values = new Map<string, number>();
  const add = (description: string, value: number) => values.set(description, (values.get(description) ?? 0) + value);
  let vehicles = 0;
  for (const { description = '', value } of entries(incident, stolen)) {
    if (!isValue(value)) continue;
    add(description, Number(value));
    if (motorVehicles.has(description)) vehicles += Number(value);
  }
  if (vehicles > 0 && !values.has(vehicleParts)) values.set(vehicleParts, vehicles);
  return values;
}

function isCount(count: string | undefined): count is string {
  return count !== undefined && countForm.test(count);
}

function isValue(value: string | undefined): value is string {
  return value !== undefined && valueForm.test(value);
}
