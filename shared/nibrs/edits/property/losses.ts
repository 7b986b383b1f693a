import { propertyLosses } from '../../codes/index.ts';
import type { PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, error, type Run } from '../edit.ts';
import { type Element, elementsOf } from '../element.ts';
import type { Incident } from '../incident.ts';
import { spell } from '../message.ts';
import { distinctSegments } from '../rules/distinct-segments.ts';
import { describesNothing, describesProperty } from './entries.ts';
import { drugs, drugViolations, hasDescription, lacksOffense, loss } from './incident-facts.ts';

/** Elements 15 to 22. */
const details: readonly Element[] = [
  'propertyDescription',
  'propertyValue',
  'dateRecovered',
  'numberOfStolenMotorVehicles',
  'numberOfRecoveredMotorVehicles',
  'suspectedDrugType',
  'estimatedDrugQuantity',
  'typeDrugMeasurement',
].map(elementsOf('3'));

const butNothing =
  'Leave the segment blank behind the type of loss, or enter the type of loss that fits what is there.';
const butDrugType = 'Leave all but the suspected drug type blank, or enter the type of loss that fits what is there.';

/** What a type of loss (element 14) demands of the segment, and what it forbids. */
export const lossEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '352',
    scope: 'report',
    elements: ['14', ...details.map(({ number }) => number), '6'],
    message: '{element} is {value}, yet the segment goes on with {filled}.',
    hint: butNothing,
    // The second of the three cases also demands element 20; that it is missing is 392.
    source: '3.3.4.1 Table 3-26; 5.2.4 Table 5-5',
    suppresses: ['081'],
    check(incident, run) {
      for (const segment of incident.properties) {
        if (describesNothing(segment)) checkSuperfluous(segment, incident, run);
      }
    },
  }),
  error('3', {
    code: '372',
    scope: 'segment',
    elements: [...details.map(({ number }) => number), '14'],
    message: 'The type of loss is {type}, but the segment says nothing of the property.',
    hint: 'Enter at least one property description with its value.',
    // Something illegal is a finding of its own, 302 or 304.
    source: '3.3.4.1 Table 3-26; 5.2.4 Table 5-5',
    check(segment, run) {
      if (lacksDescription(segment) && !hasMore(segment)) hitDescription(segment, run);
    },
  }),
  error('3', {
    code: '375',
    scope: 'segment',
    elements: ['15', '14'],
    message: '{element} is blank, which it must not be with type of loss {type}.',
    hint: 'Enter at least one property description with its value.',
    source: '3.3.4.2 Table 3-27; 5.2.4 Table 5-5',
    check(segment, run) {
      if (lacksDescription(segment) && hasMore(segment)) hitDescription(segment, run);
    },
  }),
  distinctSegments('3', {
    code: '376',
    list: 'properties',
    name: 'typePropertyLoss',
    isLegal: (type) => propertyLosses.has(type),
    message: 'The incident has another property segment with {element} {value} before this one.',
    hint: 'Enter all property of one type of loss in one property segment; the tenth description may be 77 (Other) for all the rest.',
    source: '3.3.1.2 Table 3-2; 5.2.4 Table 5-5',
  }),
];

/** One hit a segment, for the first that is too much: one wrong type of loss makes all of it so. */
function checkSuperfluous(segment: PropertySegment, incident: Incident, run: Run): void {
  for (const element of details) {
    const value = firstValue(element, segment);
    if (value === undefined || (element.name === 'suspectedDrugType' && mayNameDrugs(segment, incident))) continue;
    const filled = `${element.label.toLowerCase()} ${spell(element.number, value)}`;
    const hint = mayNameDrugs(segment, incident) ? butDrugType : butNothing;
    run.hit(segment, 'typePropertyLoss', { hint, details: { filled } });
    return;
  }
}

/** True where drugs that were not seized are told: in a drug case without a loss. */
function mayNameDrugs({ typePropertyLoss }: PropertySegment, incident: Incident): boolean {
  return typePropertyLoss === loss.none && !lacksOffense(incident, drugViolations);
}

function firstValue(element: Element, segment: PropertySegment): string | undefined {
  for (let occurrence = 0; occurrence < element.count(segment); occurrence++) {
    const value = element.value(segment, occurrence);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** True when property should be described and is not. A value or date without description is 354 or 356. */
function lacksDescription(segment: PropertySegment): boolean {
  return segment.properties.length === 0 && describesProperty(segment);
}

/** True when something is filled besides the properties. */
function hasMore({ numberOfStolenMotorVehicles, numberOfRecoveredMotorVehicles, drugs }: PropertySegment): boolean {
  return numberOfStolenMotorVehicles !== undefined || numberOfRecoveredMotorVehicles !== undefined || drugs.length > 0;
}

function hitDescription(segment: PropertySegment, run: Run): void {
  run.hit(segment, 'propertyDescription', { details: { type: spell('14', segment.typePropertyLoss) } });
}

/** Edit 301 on element 20: drugs that were seized have a type, whatever other offenses there are. */
export function demandDrugType({ offenseCodes, properties }: Incident, run: Run): void {
  if (!offenseCodes.has(drugViolations)) return;
  for (const segment of properties) {
    // A quantity or measurement without a type is 366 or 368.
    if (segment.typePropertyLoss !== loss.seized || segment.drugs.length > 0) continue;
    if (hasDescription(segment, drugs)) run.hit(segment, 'suspectedDrugType', seizedDrugs);
  }
}

const seizedDrugs = {
  message: '{element} is blank, but drugs were seized for an offense 35A (Drug/Narcotic Violations).',
  hint: 'Enter the type of drug; U (Unknown Type Drug) until the laboratory tells.',
};
