import { groupAOffenses, isAgainst, structures } from '../../codes/index.ts';
import type { OffenseSegment, Property, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, error, type HitDetails, warning } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { spell } from '../message.ts';
import { hitEntries } from './entries.ts';
import {
  drugs,
  drugViolations,
  hasMisfit,
  isDrug,
  isExplained,
  isOnlyOffense,
  lacksOffense,
  loss,
  seizedMisfit,
} from './incident-facts.ts';
import { isNumber } from './values.ts';

/**
 * What an offense cannot have taken (specification table 3-28), without the motor vehicles that the table has for
 * larcenies: 268 tells of every one that was stolen, 072 of one that was only recovered. That leaves nothing to 23H,
 * which may have taken anything else and so is as good as an offense that the table does not have.
 */
const illogical: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...descriptions(['220', '240', '23D', '23E', '23F', '23G'], []),
  ...descriptions(['23C'], ['01', '12', '15', '18', '39']),
  // The text names a person's identity (66) for 23C as well; the table has it for these two only.
  ...descriptions(['23A', '23B'], ['01', '04', '12', '15', '18', '39', '66', '78']),
]);

const zero = '000000000';

/** Element 15, and the value that goes with it, against the offenses. */
export const descriptionEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '382',
    scope: 'report',
    elements: ['16', '15', '6'],
    message:
      '{element} is blank for 10 (Drugs/Narcotics), but the incident has no offense 35A (Drug/Narcotic Violations).',
    hint: 'Enter what the drugs were worth, 000000001 if it is unknown; if this is a drug case, add the offense 35A.',
    source: '3.3.1.2 Table 3-2; 5.2.4 Table 5-5',
    check(incident, run) {
      for (const segment of incident.properties) {
        let occurrence = 0;
        for (const { description, value } of segment.properties) {
          if (description === drugs && value === undefined && mustHaveValue(incident, segment)) {
            run.hit(segment, 'propertyValue', { occurrence });
          }
          occurrence += 1;
        }
      }
    },
  }),
  warning('incident', {
    code: '383',
    scope: 'report',
    elements: ['16', '15', '6'],
    message:
      '{element} is {value} for seized drugs, which are told without a value when the only offense is 35A (Drug/Narcotic Violations).',
    hint: 'Leave the value blank; type, quantity and measurement of the drugs say how much it was.',
    source: '5.2.10',
    suppresses: ['1342'],
    check(incident, run) {
      if (!isOnlyOffense(incident, drugViolations)) return;
      for (const segment of incident.properties) {
        // A loss of another type is 081 or 352.
        if (segment.typePropertyLoss === loss.seized) hitEntries(run, segment, 'propertyValue', valueFault);
      }
    },
  }),
  error('incident', {
    code: '387',
    scope: 'report',
    elements: ['15', '14', '6'],
    message: '{element} is {value}, but the incident has no offense {offense}.',
    hint: 'Add that offense, or correct the description: 10 (Drugs/Narcotics) is seized in a case of 35A, 11 (Drug/Narcotic Equipment) of 35B.',
    source: '3.3.4.2 Table 3-27; 5.2.4 Table 5-5',
    check(incident, run) {
      for (const segment of incident.properties) {
        if (!hasMisfit(incident, segment) || !isExplained(incident, segment)) continue;
        const { description = '', offense = '' } = seizedMisfit(incident) ?? {};
        const occurrence = segment.properties.findIndex((property) => property.description === description);
        run.hit(segment, 'propertyDescription', { occurrence, details: { offense: spell('6', offense) } });
      }
    },
  }),
  error('incident', {
    code: '390',
    scope: 'report',
    elements: ['15', '6', '14'],
    message: '{element} is {value}, which {offense} cannot have taken.',
    hint: 'Correct the description; if it is right, correct the offense or add the one by which it was taken.',
    source: '3.3.4.2 Table 3-27; 3.3.4.2.1 Table 3-28; 5.2.4 Table 5-5',
    suppresses: ['1304', '1305', '1306'],
    suppressesElsewhere: ['390'],
    check({ offenses, properties }, run) {
      if (properties.length === 0 || !areAllInTable(offenses)) return;
      for (const segment of properties) {
        const { typePropertyLoss: type } = segment;
        if (type !== loss.stolen && type !== loss.recovered) continue;
        let occurrence = 0;
        for (const { description = '' } of segment.properties) {
          if (isIllogical(description, offenses)) {
            run.hit(segment, 'propertyDescription', { occurrence, details: { offense: spellAll(offenses) } });
          }
          occurrence += 1;
        }
      }
    },
  }),
];

function valueFault({ description, value = '' }: Property): HitDetails | undefined {
  // 351 tells of zero, 302 of what is no number.
  return description === drugs && value !== zero && isNumber(value) ? {} : undefined;
}

/** True for drugs whose blank value has no finding but 382. */
function mustHaveValue(incident: Incident, segment: PropertySegment): boolean {
  if (!lacksOffense(incident, drugViolations) || !isExplained(incident, segment)) return false;
  // Drugs that are named are told as those of a drug case, which 365 says they are not.
  return !segment.drugs.some(isDrug) && !hasMisfit(incident, segment);
}

/** True when the table has every crime against property of the incident, and it has one at least. */
function areAllInTable(offenses: readonly OffenseSegment[]): boolean {
  let any = false;
  for (const { offenseCode = '' } of offenses) {
    if (illogical.has(offenseCode)) any = true;
    // An offense that cannot be read may be one by which it was taken.
    else if (isAgainst('property', offenseCode) || !groupAOffenses.has(offenseCode)) return false;
  }
  return any;
}

/** True when none of the crimes against property can have taken it. */
function isIllogical(description: string, offenses: readonly OffenseSegment[]): boolean {
  for (const { offenseCode = '' } of offenses) {
    if (illogical.get(offenseCode)?.has(description) === false) return false;
  }
  return true;
}

function spellAll(offenses: readonly OffenseSegment[]): string {
  return offenses
    .filter(({ offenseCode = '' }) => illogical.has(offenseCode))
    .map(({ offenseCode }) => spell('6', offenseCode))
    .join(' or ');
}

/** Buildings, and what else these offenses cannot have taken. */
function descriptions(offenses: readonly string[], others: readonly string[]): [string, ReadonlySet<string>][] {
  const set: ReadonlySet<string> = new Set([...structures, ...others]);
  return offenses.map((offense) => [offense, set]);
}
