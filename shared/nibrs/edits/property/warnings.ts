import { edition2025, groupAOffenses, isAgainst } from '../../codes/index.ts';
import type { OffenseSegment, Property, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, type HitDetails, type Run, warning } from '../edit.ts';
import { hitEntries } from './entries.ts';
import {
  drugEquipment,
  drugEquipmentViolations,
  drugViolations,
  hasVehicle,
  isVehicle,
  loss,
  vehicleTheft,
} from './incident-facts.ts';
import { isNumber } from './values.ts';

const arson = '200';
const stolenProperty = '280';

const other = '77';
const pendingInventory = '88';

const possessing = 'P';
const unfounded = 'U';
const oneDollar = '000000001';
const muchForOther = '000010000';

/** What is legal and unlikely of property that was burned, recovered or seized. */
export const propertyWarnings: readonly CheckedEdit[] = [
  warning('incident', {
    code: '1302',
    scope: 'report',
    elements: ['16', '15', '14', '6'],
    message: '{element} is {value} for burned property 77 (Other): ten thousand dollars or more.',
    hint: 'Describe the most valuable property by its own description; 77 is for the rest. If the value is right, leave it.',
    // Only the message names the amount; it is read as 1342 reads its own: at or above.
    source: '5.2.10',
    suppresses: ['1342'],
    check({ offenseCodes, properties }, run) {
      if (!offenseCodes.has(arson)) return;
      for (const segment of properties) {
        if (segment.typePropertyLoss === loss.burned) hitEntries(run, segment, 'propertyValue', dearFault);
      }
    },
  }),
  warning('incident', {
    code: '1314',
    scope: 'report',
    elements: ['14', '12', '6'],
    message: '{element} is {value}, but drug equipment (35B) was possessed, which is usually seized.',
    hint: 'Enter 6 (seized) with 11 (Drug/Narcotic Equipment) and its value if it was taken; otherwise leave it.',
    // Where equipment was seized or recovered too, type 1 is of another offense.
    source: '5.2.10',
    check({ offenses, offenseCodes, properties }, run) {
      if (!offenseCodes.has(drugEquipmentViolations) || properties.some(isTaken)) return;
      const nothing = offenses.some(isPossessionOfEquipment) ? properties.find(isNothing) : undefined;
      if (nothing !== undefined) run.hit(nothing, 'typePropertyLoss');
    },
  }),
  warning('incident', {
    code: '1317',
    scope: 'report',
    elements: ['14', '7', '6'],
    message: '{element} is {value}, but every crime against property of the incident is unfounded.',
    hint: 'Remove the recovered property, or enter C (completed) as attempted/completed of the offense that took place.',
    source: '5.2.10',
    since: edition2025,
    check({ offenses, properties }, run) {
      const recovery = properties.find(isRecovery);
      if (recovery !== undefined && isAllUnfounded(offenses)) run.hit(recovery, 'typePropertyLoss');
    },
  }),
  warning('incident', {
    code: '1318',
    scope: 'report',
    elements: ['16', '14', '15', '6'],
    message: '{element} is {value}, which means unknown, for something seized in a case of drug equipment (35B).',
    hint: 'Enter what the equipment is worth, at a fair guess; leave it if that cannot be said.',
    // The text names no description: with 35A it is the equipment, without it anything that is not bound to be one dollar.
    source: '5.2.10',
    since: edition2025,
    check({ offenseCodes, properties }, run) {
      if (!offenseCodes.has(drugEquipmentViolations)) return;
      for (const segment of properties) {
        if (segment.typePropertyLoss === loss.seized) hitOneDollar(segment, offenseCodes, run);
      }
    },
  }),
  warning('incident', {
    code: '1343',
    scope: 'report',
    elements: ['15', '14', '6'],
    message:
      '{element} {value} was recovered, but the motor vehicle theft (240) of the incident has no stolen vehicle.',
    hint: 'If a vehicle was stolen in this incident, enter it under type of loss 7 (stolen) too; otherwise remove the offense 240.',
    source: '5.2.10',
    check({ offenseCodes, properties }, run) {
      if (!offenseCodes.has(stolenProperty) || !offenseCodes.has(vehicleTheft)) return;
      if (properties.some((segment) => segment.typePropertyLoss === loss.stolen && hasVehicle(segment))) return;
      const recovery = properties.find((segment) => isRecovery(segment) && hasVehicle(segment));
      if (recovery === undefined) return;
      run.hit(recovery, 'propertyDescription', { occurrence: recovery.properties.findIndex(isVehicle) });
    },
  }),
];

function dearFault({ description, value = '' }: Property): HitDetails | undefined {
  return description === other && value >= muchForOther && isNumber(value) ? {} : undefined;
}

function hitOneDollar(segment: PropertySegment, offenseCodes: ReadonlySet<string>, run: Run): void {
  let occurrence = 0;
  for (const { description, value } of segment.properties) {
    const isMeant =
      description === drugEquipment || (description !== pendingInventory && !offenseCodes.has(drugViolations));
    if (value === oneDollar && isMeant) run.hit(segment, 'propertyValue', { occurrence });
    occurrence += 1;
  }
}

function isPossessionOfEquipment({ offenseCode, criminalActivityGang }: OffenseSegment): boolean {
  return offenseCode === drugEquipmentViolations && criminalActivityGang.includes(possessing);
}

function isNothing({ typePropertyLoss }: PropertySegment): boolean {
  return typePropertyLoss === loss.none;
}

function isRecovery({ typePropertyLoss }: PropertySegment): boolean {
  return typePropertyLoss === loss.recovered;
}

function isTaken({ typePropertyLoss }: PropertySegment): boolean {
  return typePropertyLoss === loss.recovered || typePropertyLoss === loss.seized;
}

/** True when there is a crime against property, and each of them is unfounded. */
function isAllUnfounded(offenses: readonly OffenseSegment[]): boolean {
  let any = false;
  for (const { offenseCode = '', attemptedCompleted } of offenses) {
    // An offense that cannot be read may be against property.
    if (!isAgainst('property', offenseCode) && groupAOffenses.has(offenseCode)) continue;
    if (attemptedCompleted !== unfounded) return false;
    any = true;
  }
  return any;
}
