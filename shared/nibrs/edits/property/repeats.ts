import { isCode, propertyDescriptions } from '../../codes/index.ts';
import type { Drug, Property, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, error, type Run } from '../edit.ts';
import { isDrug } from './incident-facts.ts';

const unknownDrug = 'U';

/** What a measurement (element 22) measures; XX (not reported) and a blank one are kinds of their own. */
const kindOfMeasurement: ReadonlyMap<string, string> = new Map([
  ...['GM', 'KG', 'LB', 'OZ'].map((weight) => [weight, 'weight'] as const),
  ...['FO', 'GL', 'LT', 'ML'].map((capacity) => [capacity, 'capacity'] as const),
  ...['DU', 'NP'].map((units) => [units, 'units'] as const),
]);

/** What must not stand twice in a segment. */
export const repeatEdits: readonly CheckedEdit[] = [
  error('3', {
    code: '306',
    scope: 'segment',
    elements: ['15', '20', '22'],
    message: '{element} has {value} twice.',
    hint: 'Enter each description once, with the value of everything that it describes.',
    // The text excepts the first two drugs; a third one is no different.
    source: '3.3.4.2 Table 3-27; 3.3.4.7 Table 3-33; 5.2.4 Table 5-5',
    check(segment, run) {
      hitRepeatedDescriptions(segment, run);
      hitRepeatedDrugs(segment, run);
    },
  }),
];

/** True when an earlier entry has the description of this one. */
export function repeatsDescription(properties: readonly Property[], occurrence: number): boolean {
  const description = properties[occurrence]?.description;
  for (let earlier = 0; earlier < occurrence; earlier++) {
    if (properties[earlier]?.description === description) return true;
  }
  return false;
}

function hitRepeatedDescriptions(segment: PropertySegment, run: Run): void {
  const { properties } = segment;
  for (let occurrence = 1; occurrence < properties.length; occurrence++) {
    if (!repeatsDescription(properties, occurrence)) continue;
    // What is not on the list is 304.
    if (!isCode(propertyDescriptions, properties[occurrence]?.description ?? '', run.context.period)) continue;
    run.hit(segment, 'propertyDescription', { occurrence });
  }
}

function hitRepeatedDrugs(segment: PropertySegment, run: Run): void {
  const { drugs } = segment;
  for (let occurrence = 1; occurrence < drugs.length; occurrence++) {
    const drug = drugs[occurrence];
    if (drug === undefined || !isDrug(drug) || !repeatsDrug(drugs, drug)) continue;
    run.hit(segment, 'suspectedDrugType', { occurrence, ...(drug.type === unknownDrug ? unknownTwice : sameKind) });
  }
}

function repeatsDrug(drugs: readonly Drug[], drug: Drug): boolean {
  for (const earlier of drugs) {
    if (earlier === drug) return false;
    if (earlier.type !== drug.type) continue;
    if (drug.type === unknownDrug || kindOf(earlier) === kindOf(drug)) return true;
  }
  return false;
}

function kindOf({ measurement }: Drug): string | undefined {
  return kindOfMeasurement.get(measurement ?? '') ?? measurement;
}

const unknownTwice = {
  hint: 'Enter U once, for all drugs of which the type is unknown.',
};

const sameKind = {
  message: '{element} has {value} twice, measured in the same kind of unit.',
  hint: 'Enter the drug once with the sum of its quantities; twice only if one is measured by weight, the other by volume or in items.',
};
