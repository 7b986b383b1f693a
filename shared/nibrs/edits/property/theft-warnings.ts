import { isAgainst, larcenies, motorVehicles } from '../../codes/index.ts';
import type { OffenseSegment, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, type Run, warning } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { loss } from './incident-facts.ts';

const burglary = '220';
const theftFromMachine = '23E';
const cardFraud = '26B';
const theftsFromVehicles: ReadonlySet<string> = new Set(['23F', '23G']);

const aircraft: ReadonlySet<string> = new Set(['01']);
const cards: ReadonlySet<string> = new Set(['09']);
const radios: ReadonlySet<string> = new Set(['26']);
/** The text names five kinds of buildings, and neither storage (34) nor other structures (35). */
const buildings: ReadonlySet<string> = new Set(['29', '30', '31', '32', '33']);
/** Besides motor vehicles, what no coin-operated machine holds. */
const notInMachines: ReadonlySet<string> = new Set(
  '01 12 13 15 18 29 30 31 32 33 34 35 39 43 47 49 64 65 66 67 68 69 71 72'.split(' '),
);

/** What is legal for a theft and unlikely. */
export const theftWarnings: readonly CheckedEdit[] = [
  warning('incident', {
    code: '1303',
    scope: 'report',
    elements: ['6'],
    message: 'The incident has the larceny {value} beside a burglary (220), which includes what was stolen by it.',
    hint: 'Remove the larceny, also from element 24 of the victims, unless it was a separate offense.',
    source: '5.2.10',
    check({ offenses, offenseCodes }, run) {
      if (!offenseCodes.has(burglary)) return;
      for (const offense of offenses) {
        if (larcenies.has(offense.offenseCode ?? '')) run.hit(offense, 'offenseCode');
      }
    },
  }),
  warning('incident', {
    code: '1304',
    scope: 'report',
    elements: ['15', '14', '6'],
    message: '{element} is {value}, which is rarely stolen by a larceny.',
    hint: 'Correct the description if it was something else, such as parts of an aircraft (41); otherwise leave it.',
    source: '5.2.10',
    check(incident, run) {
      if (hasOffenseOf(incident, larcenies)) hitStolen(incident, run, aircraft);
    },
  }),
  warning('incident', {
    code: '1305',
    scope: 'report',
    elements: ['15', '14', '6'],
    message: '{element} is {value}, which is rarely stolen from a coin-operated machine (23E).',
    hint: 'Correct the description, or the offense if it was no theft from a machine; otherwise leave them.',
    source: '5.2.10',
    suppresses: ['1304', '1306'],
    check(incident, run) {
      if (!incident.offenseCodes.has(theftFromMachine)) return;
      hitStolen(incident, run, notInMachines);
      // A vehicle stolen by larcenies alone is 268.
      if (incident.offenses.some(isOtherCrimeAgainstProperty)) hitStolen(incident, run, motorVehicles);
    },
  }),
  warning('incident', {
    code: '1306',
    scope: 'report',
    elements: ['15', '14', '6'],
    message: '{element} is {value}, and a building is rarely stolen by a larceny.',
    hint: 'Enter what was taken from the building; 43 (Building Materials) for parts of it. Otherwise leave it.',
    source: '5.2.10',
    check(incident, run) {
      if (hasOffenseOf(incident, larcenies)) hitStolen(incident, run, buildings);
    },
  }),
  warning('incident', {
    code: '1310',
    scope: 'report',
    elements: ['15', '14', '6'],
    message: '{element} is {value}, but card fraud (26B) is told by what was obtained with the card, not by the card.',
    hint: 'Enter what was bought or withdrawn, such as 20 (Money) or 19 (Merchandise); leave it if the card was stolen as well.',
    source: '5.2.10',
    check(incident, run) {
      if (incident.offenseCodes.has(cardFraud)) hitStolen(incident, run, cards);
    },
  }),
  warning('incident', {
    code: '1312',
    scope: 'report',
    elements: ['15', '14', '6'],
    message: '{element} is {value}, stolen from a motor vehicle.',
    hint: 'Enter 38 (Vehicle Parts/Accessories) and 23G if it was part of the vehicle; if it only lay in it, leave 26 with 23F.',
    // The text names no type of loss, but speaks of thefts.
    source: '5.2.10',
    check(incident, run) {
      if (hasOffenseOf(incident, theftsFromVehicles)) hitStolen(incident, run, radios);
    },
  }),
];

/** Hits every description of stolen property that is one of these. */
function hitStolen({ properties }: Incident, run: Run, descriptions: ReadonlySet<string>): void {
  for (const segment of properties) {
    if (segment.typePropertyLoss === loss.stolen) hitDescriptions(segment, run, descriptions);
  }
}

function hitDescriptions(segment: PropertySegment, run: Run, descriptions: ReadonlySet<string>): void {
  let occurrence = 0;
  for (const { description } of segment.properties) {
    if (descriptions.has(description ?? '')) run.hit(segment, 'propertyDescription', { occurrence });
    occurrence += 1;
  }
}

function isOtherCrimeAgainstProperty({ offenseCode = '' }: OffenseSegment): boolean {
  return isAgainst('property', offenseCode) && !larcenies.has(offenseCode);
}

/** True when any offense is one of these. */
function hasOffenseOf({ offenses }: Incident, offenseCodes: ReadonlySet<string>): boolean {
  for (const { offenseCode } of offenses) if (offenseCodes.has(offenseCode ?? '')) return true;
  return false;
}
