import { attemptedCompleted, groupAOffenses, isAgainst, isCode, larcenies, motorVehicles } from '../../codes/index.ts';
import type { OffenseSegment, PropertySegment, VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error, warning } from '../edit.ts';
import { spell } from '../message.ts';
import { distinctSegments } from '../rules/distinct-segments.ts';

const MOST_OFFENSES = 10;

/** Homicide, assault and failure to register: by definition none of them is only attempted. */
const alwaysCompleted: ReadonlySet<string> = new Set(['09A', '09B', '09C', '13A', '13B', '13C', '360']);

const justifiableHomicide = '09C';
const robbery = '120';
const stolen = '7';

/** Victims (element 25) that are neither persons nor society, whom no robbery can have. */
const entities: ReadonlySet<string> = new Set(['B', 'F', 'G', 'O', 'R', 'U']);

/** Which offenses an incident can have, and what they ask of the rest of it. */
export const offenseCodeEdits: readonly CheckedEdit[] = [
  error('2', {
    code: '256',
    scope: 'segment',
    elements: ['7', '6'],
    message: '{element} is {value}, which {offense} cannot be.',
    hint: 'Enter C (completed); an attempted murder is an aggravated assault (13A), completed.',
    // Read as it is printed: U fails as well, although 2025.0 brought it for offenses of every kind.
    source: '3.3.3.2 Table 3-17; 5.2.3 Table 5-4',
    check(segment, run) {
      const { offenseCode = '', attemptedCompleted: value } = segment;
      if (value === undefined || value === 'C' || !alwaysCompleted.has(offenseCode)) return;
      if (!isCode(attemptedCompleted, value, run.context.period)) return; // 251 says so
      const details = { offense: spell('6', offenseCode) };
      run.hit(segment, 'attemptedCompleted', value === 'U' ? { details, hint: insteadOfUnfounded } : { details });
    },
  }),
  distinctSegments('2', {
    code: '262',
    source: '3.3.1.2 Table 3-2; 3.3.3.1 Table 3-16; 5.2.3 Table 5-4',
    list: 'offenses',
    name: 'offenseCode',
    isLegal: (offenseCode) => groupAOffenses.has(offenseCode),
    message: 'The incident has two offense segments with {element} {value}.',
    hint: 'Report each offense of an incident once, however many victims it had: remove one segment or correct its code.',
  }),
  error('incident', {
    code: '263',
    scope: 'report',
    elements: ['6'],
    message: 'The incident has {count} offenses; ten is the most that can be reported.',
    hint: 'Keep the ten most serious offenses and remove the others, also from element 24 of the victims.',
    source: '3.3.1.2 Table 3-2; 5.2.3 Table 5-4',
    check({ offenses, offenseCodes }, run) {
      if (offenseCodes.size <= MOST_OFFENSES) return; // the same offense twice is 262
      const tooMany = offenses[MOST_OFFENSES];
      if (tooMany !== undefined) run.hit(tooMany, 'offenseCode', { details: { count: String(offenses.length) } });
    },
  }),
  error('incident', {
    code: '266',
    scope: 'report',
    elements: ['6'],
    message: 'The incident has {element} {value} beside another offense, {other}.',
    hint: 'Report the justifiable homicide in an incident of its own, and the other offenses in another one.',
    source: '3.3.3.1 Table 3-16; 5.2.3 Table 5-4',
    check({ offenses, offenseCodes }, run) {
      if (offenseCodes.size < 2) return; // twice the same is 262
      const homicide = offenses.find(isJustified);
      if (homicide === undefined) return;
      const other = [...offenseCodes].find((code) => code !== justifiableHomicide);
      run.hit(homicide, 'offenseCode', { details: { other: spell('6', other) } });
    },
  }),
  error('incident', {
    code: '268',
    scope: 'report',
    elements: ['6', '14', '15'],
    message:
      '{element} is {value}, a larceny, but {vehicle} was stolen, and no other offense of the incident explains that.',
    hint: 'Report the theft of the vehicle as 240 (Motor Vehicle Theft); if only something in or of it was stolen, correct element 15.',
    source: '3.3.3.1 Table 3-16; 5.2.3 Table 5-4',
    check({ offenses, properties }, run) {
      const larceny = offenses.find(isLarceny);
      if (larceny === undefined || offenses.some(mayExplainVehicle)) return;
      const vehicle = stolenVehicle(properties);
      if (vehicle !== undefined) run.hit(larceny, 'offenseCode', { details: { vehicle: spell('15', vehicle) } });
    },
  }),
  warning('incident', {
    code: '1204',
    scope: 'report',
    elements: ['25', '24', '6'],
    message: '{element} is {value}, and the robbery has no victim who is a person.',
    hint: 'Add a victim of type I (individual), or L (law enforcement officer), for each person who was threatened or forced.',
    // The message asks it of every robbery, the description speaks of those with a business alone.
    source: '5.2.10',
    check({ offenseCodes, victims }, run) {
      if (!offenseCodes.has(robbery)) return;
      const victim = victims.find(isOfRobbery);
      if (victim !== undefined && !victims.some(mayBeRobbedPerson)) run.hit(victim, 'typeOfVictim');
    },
  }),
];

const insteadOfUnfounded =
  'Enter C (completed); if the offense was no crime, remove it from the incident, or delete an incident that has no other.';

function isJustified({ offenseCode }: OffenseSegment): boolean {
  return offenseCode === justifiableHomicide;
}

function isLarceny({ offenseCode }: OffenseSegment): boolean {
  return larcenies.has(offenseCode ?? '');
}

/** A crime against property that is no larceny, or an offense whose code has a finding of its own: 201, 204 or 264. */
function mayExplainVehicle({ offenseCode }: OffenseSegment): boolean {
  if (larcenies.has(offenseCode ?? '')) return false;
  return isAgainst('property', offenseCode) || !groupAOffenses.has(offenseCode ?? '');
}

function stolenVehicle(segments: readonly PropertySegment[]): string | undefined {
  for (const { typePropertyLoss, properties } of segments) {
    if (typePropertyLoss !== stolen) continue;
    for (const { description } of properties) if (motorVehicles.has(description ?? '')) return description;
  }
  return undefined;
}

function isOfRobbery({ connectedOffenseCodes }: VictimSegment): boolean {
  return connectedOffenseCodes.includes(robbery);
}

/** A type that no robbery can have is blank, illegal or society; then 401, 404 or 467 may hide the person. */
function mayBeRobbedPerson(victim: VictimSegment): boolean {
  return isOfRobbery(victim) && !entities.has(victim.typeOfVictim ?? '');
}
