import { drugMeasurements } from '../../codes/index.ts';
import type { Drug, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, error, type Run, warning } from '../edit.ts';
import { spell } from '../message.ts';
import { mayNameDrugs, over3DrugTypes } from './drugs.ts';
import { drugQuantity } from './elements.ts';
import { describesNothing } from './entries.ts';
import { isDrug } from './incident-facts.ts';

const numberOfPlants = 'NP';
const dosageUnits = 'DU';
const notReported = 'XX';

/** Marijuana, opium, other hallucinogens: what grows. */
const plants: ReadonlySet<string> = new Set(['E', 'G', 'K']);

/** Crack, cocaine, marijuana: what is weighed. */
const weighed: ReadonlySet<string> = new Set(['A', 'B', 'E']);

/** One unit, the thousandths written or left blank. */
const oneUnit: ReadonlySet<string> = new Set(['000000001000', '000000001']);

/** Elements 21 and 22: how much of each drug there was. */
export const drugAmountEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '363',
    scope: 'segment',
    elements: ['21', '22', '20'],
    message: '{element} is {value}, but the drug is {type}, which stands for several and is not measured.',
    hint: 'Leave quantity and measurement blank beside X.',
    source: '3.3.4.7 Table 3-33; 3.3.4.8 Table 3-34; 3.3.4.9 Table 3-35; 5.2.4 Table 5-5',
    check: ofEachDrug(({ type, quantity, measurement }) => {
      if (type !== over3DrugTypes) return undefined;
      if (quantity !== undefined) return 'estimatedDrugQuantity';
      return measurement === undefined ? undefined : 'typeDrugMeasurement';
    }),
  }),
  error('incident', {
    code: '364',
    scope: 'report',
    elements: ['21', '22', '20', '6', '14', '15'],
    message: 'The seized drug {type} has neither quantity nor measurement.',
    hint: 'Enter both: 1.5 grams is 000000001500 and GM. While the laboratory has not answered, it is 000000001000 and XX.',
    source: '3.3.4.7 Table 3-33; 3.3.4.8 Table 3-34; 3.3.4.9 Table 3-35; 5.2.4 Table 5-5',
    // With only one of the two blank, it is 366 or 368.
    check: ofEachDrug((drug) => {
      if (drug.quantity !== undefined || drug.measurement !== undefined || !isDrug(drug)) return undefined;
      return drug.type === over3DrugTypes ? undefined : 'estimatedDrugQuantity';
    }),
  }),
  error('incident', {
    code: '366',
    scope: 'segment',
    elements: ['21', '20', '22'],
    message: '{element} is blank, but a quantity, {quantity}, is entered for the drug.',
    hint: 'Enter type and measurement of the drug, or clear its quantity.',
    source: '3.3.4.8 Table 3-34; 5.2.4 Table 5-5',
    check: ofEachDrug(({ type, quantity, measurement }) => {
      if (quantity === undefined || type === over3DrugTypes) return undefined;
      if (!drugQuantity.pattern.test(quantity)) return undefined; // 302 says so
      if (type === undefined) return 'suspectedDrugType';
      return measurement === undefined ? 'typeDrugMeasurement' : undefined;
    }),
  }),
  error('incident', {
    code: '367',
    scope: 'segment',
    elements: ['22', '20'],
    message: '{element} is {value}, but {type} does not come in plants.',
    hint: 'Enter a weight, capacity or dosage units; plants are counted of E (Marijuana), G (Opium) and K (Other Hallucinogens).',
    source: '3.3.4.9 Table 3-35; 5.2.4 Table 5-5',
    check: ofEachDrug((drug) => {
      if (drug.measurement !== numberOfPlants || !isDrug(drug) || plants.has(drug.type)) return undefined;
      return drug.type === over3DrugTypes ? undefined : 'typeDrugMeasurement';
    }),
  }),
  error('incident', {
    code: '368',
    scope: 'segment',
    elements: ['22', '20', '21'],
    message: '{element} is blank, but a measurement, {measurement}, is entered for the drug.',
    hint: 'Enter type and quantity of the drug, or clear its measurement.',
    source: '3.3.4.9 Table 3-35; 5.2.4 Table 5-5',
    // With a quantity beside it, only the type can be missing, and 366 says so.
    check: ofEachDrug(({ type, quantity, measurement }) => {
      if (measurement === undefined || quantity !== undefined || type === over3DrugTypes) return undefined;
      if (!drugMeasurements.has(measurement)) return undefined; // 304 says so
      return type === undefined ? 'suspectedDrugType' : 'estimatedDrugQuantity';
    }),
  }),
  error('incident', {
    code: '384',
    scope: 'segment',
    elements: ['21', '22'],
    message: '{element} is {value}, but the measurement is XX (not reported), which goes with one unit only.',
    hint: 'Enter 000000001000 while the laboratory has not answered; if the quantity is known, enter its measurement.',
    source: '3.3.4.8 Table 3-34; 3.3.4.9 Table 3-35; 5.2.4 Table 5-5',
    check: ofEachDrug(({ type, quantity, measurement }) => {
      if (measurement !== notReported || quantity === undefined || oneUnit.has(quantity)) return undefined;
      // 363 and 366 tell of a measured X and of a missing type.
      if (type === over3DrugTypes || type === undefined) return undefined;
      return drugQuantity.pattern.test(quantity) ? 'estimatedDrugQuantity' : undefined;
    }),
  }),
  warning('incident', {
    code: '1316',
    scope: 'segment',
    elements: ['22', '20'],
    message: '{element} is {value}, which is unusual for {type}.',
    hint: 'Enter a weight such as GM (gram) or OZ (ounce), or NP for marijuana plants; leave it if the drug came in doses.',
    source: '5.2.10',
    check: ofEachDrug(({ type = '', measurement }) =>
      measurement === dosageUnits && weighed.has(type) ? 'typeDrugMeasurement' : undefined,
    ),
  }),
];

type DrugElement = 'suspectedDrugType' | 'estimatedDrugQuantity' | 'typeDrugMeasurement';

/** A check of the drugs one by one: `blame` names the element of a drug that is wrong. */
function ofEachDrug(blame: (drug: Drug) => DrugElement | undefined): CheckedEdit<'incident'>['check'] {
  return (incident, run) => {
    for (const segment of incident.properties) {
      // 352 tells of a measured drug where nothing was lost.
      if (segment.drugs.length === 0 || describesNothing(segment)) continue;
      hitDrugs(segment, run, mayNameDrugs(incident, segment), blame);
    }
  };
}

/** Where types of drugs should not be entered at all, 365 says so; only a drug without a type is looked at there. */
function hitDrugs(
  segment: PropertySegment,
  run: Run,
  mayBeNamed: boolean,
  blame: (drug: Drug) => DrugElement | undefined,
): void {
  let occurrence = 0;
  for (const drug of segment.drugs) {
    const element = mayBeNamed || drug.type === undefined ? blame(drug) : undefined;
    if (element !== undefined) run.hit(segment, element, { occurrence, details: spellDrug(drug) });
    occurrence += 1;
  }
}

function spellDrug({ type, quantity, measurement }: Drug): Record<string, string> {
  return { type: spell('20', type), quantity: spell('21', quantity), measurement: spell('22', measurement) };
}
