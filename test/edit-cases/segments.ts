import type {
  Drug,
  OffenderSegment,
  Property,
  PropertySegment,
  VictimSegment,
  Weapon,
} from '../../shared/nibrs/model/index.ts';

/** What the cases put into the segments of their incidents. */

type Loss = Partial<PropertySegment>;

/** A property and its value; with a date, one that was recovered. */
export function entry(description: string | undefined, value: string | undefined, dateRecovered?: string): Property {
  return { description, value, dateRecovered };
}

/** The same of a value that suits the description; not for drugs of a drug offense, which have none. */
export function thing(description: string, dateRecovered?: string): Property {
  return entry(description, worthless.includes(description) ? '000000000' : '000000250', dateRecovered);
}

/** Descriptions whose value is always zero. */
export const worthless = ['09', '22', '48', '65', '66'];

export const money = thing('20');
export const car = entry('03', '000009000');

export const pipe = entry('11', '000000020');

/** Drugs of a drug offense. */
export const seizedDrugs = entry('10', undefined);

/** A drug with as much of it as is known. */
export function drug(type?: string, quantity?: string, measurement?: string): Drug {
  return { type, quantity, measurement };
}

export const marijuana = drug('E', '000000001500', 'GM');

/** A property segment of this type of loss with these properties. */
export function lossOf(typePropertyLoss: string | undefined, ...properties: Property[]): Loss {
  return { typePropertyLoss, properties };
}

export function stolen(properties: Property[], numberOfStolenMotorVehicles?: string): Loss {
  return { ...lossOf('7', ...properties), numberOfStolenMotorVehicles };
}

export function recovered(properties: Property[], numberOfRecoveredMotorVehicles?: string): Loss {
  return { ...lossOf('5', ...properties), numberOfRecoveredMotorVehicles };
}

/** Weapons as a clerk would write them: `12` a handgun, `12A` an automatic one, and `  A` an indicator alone. */
export function weapons(...texts: string[]): Weapon[] {
  return texts.map((text) => ({ weapon: text.slice(0, 2).trim() || undefined, automatic: text.slice(2) || undefined }));
}

/** How a victim stands to offender 01, 02 and so on. */
export function related(...codes: (string | undefined)[]): VictimSegment['relationships'] {
  return codes.map((relationship, index) => ({ offenderNumber: `0${index + 1}`, relationship }));
}

/** The elements of a victim that only people have, blank. */
export const noPerson: Partial<VictimSegment> = {
  ageOfVictim: undefined,
  sexOfVictim: undefined,
  raceOfVictim: undefined,
  ethnicityOfVictim: undefined,
  residentStatusOfVictim: undefined,
  typeInjury: [],
  relationships: [],
};

/** A business as victim. */
export const shop: Partial<VictimSegment> = { ...noPerson, typeOfVictim: 'B' };

/** What makes a victim an officer attacked on duty. */
export const officer: Partial<VictimSegment> = {
  typeOfVictim: 'L',
  officerActivityCircumstance: '01',
  officerAssignmentType: 'F',
};

/** An offender who was seen and not made out. */
export const unknownPerson: Partial<OffenderSegment> = { ageOfOffender: '00', sexOfOffender: 'U', raceOfOffender: 'U' };

/** Offender 00, of whom nothing is known. */
export const unknownOffender: Partial<OffenderSegment> = {
  offenderSequenceNumber: '00',
  ageOfOffender: undefined,
  sexOfOffender: undefined,
  raceOfOffender: undefined,
  ethnicityOfOffender: undefined,
};
