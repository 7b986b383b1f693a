import { isOfCargo } from '../shared/nibrs/edits/administrative/cargo-theft.ts';
import { readReport } from '../shared/nibrs/flatfile/read-report.ts';
import type { SourceReport } from '../shared/nibrs/flatfile/record.ts';
import { writeSegment } from '../shared/nibrs/flatfile/write-segment.ts';
import type {
  AdministrativeSegment,
  ArresteeSegment,
  GroupBArrestSegment,
  OffenderSegment,
  OffenseSegment,
  PropertySegment,
  Segment,
  VictimSegment,
  ZeroReportSegment,
} from '../shared/nibrs/model/index.ts';

export { readReport };

/** Small valid reports for tests. Each builder takes what is to be different from them. */

type Overrides<S extends Segment> = Partial<Omit<S, 'level'>>;

const header = {
  submissionMonth: '10',
  submissionYear: '2026',
  cityIndicator: undefined,
  ori: 'MO0010000',
};
const incidentHeader = { ...header, action: 'I', incidentNumber: '26-000123' };

export function administrative(overrides: Overrides<AdministrativeSegment> = {}): AdministrativeSegment {
  return {
    ...incidentHeader,
    level: '1',
    segmentLength: '0088',
    incidentDate: '20261003',
    reportDateIndicator: undefined,
    incidentHour: '21',
    clearedExceptionally: 'N',
    exceptionalClearanceDate: undefined,
    cargoTheft: 'N',
    federalJudicialDistrict: undefined,
    ...overrides,
  };
}

/** A completed robbery with a handgun. */
export function offense(overrides: Overrides<OffenseSegment> = {}): OffenseSegment {
  return {
    ...incidentHeader,
    level: '2',
    segmentLength: '0071',
    offenseCode: '120',
    attemptedCompleted: 'C',
    offenderSuspectedOfUsing: ['N'],
    locationType: '07',
    numberOfPremisesEntered: undefined,
    methodOfEntry: undefined,
    criminalActivityGang: ['N'],
    weapons: [{ weapon: '12', automatic: undefined }],
    biasMotivation: ['88'],
    ...overrides,
  };
}

/** Stolen money. */
export function property(overrides: Overrides<PropertySegment> = {}): PropertySegment {
  return {
    ...incidentHeader,
    level: '3',
    segmentLength: '0307',
    typePropertyLoss: '7',
    properties: [{ description: '20', value: '000000250', dateRecovered: undefined }],
    numberOfStolenMotorVehicles: undefined,
    numberOfRecoveredMotorVehicles: undefined,
    drugs: [],
    ...overrides,
  };
}

export function victim(overrides: Overrides<VictimSegment> = {}): VictimSegment {
  return {
    ...incidentHeader,
    level: '4',
    segmentLength: '0141',
    victimSequenceNumber: '001',
    connectedOffenseCodes: ['120'],
    typeOfVictim: 'I',
    officerActivityCircumstance: undefined,
    officerAssignmentType: undefined,
    officerOriOtherJurisdiction: undefined,
    ageOfVictim: '34',
    sexOfVictim: 'F',
    raceOfVictim: 'W',
    ethnicityOfVictim: 'N',
    residentStatusOfVictim: 'R',
    assaultHomicideCircumstances: [],
    justifiableHomicideCircumstance: undefined,
    typeInjury: ['N'],
    relationships: [{ offenderNumber: '01', relationship: 'ST' }],
    ...overrides,
  };
}

export function offender(overrides: Overrides<OffenderSegment> = {}): OffenderSegment {
  return {
    ...incidentHeader,
    level: '5',
    segmentLength: '0046',
    offenderSequenceNumber: '01',
    ageOfOffender: '2530',
    sexOfOffender: 'M',
    raceOfOffender: 'W',
    ethnicityOfOffender: 'U',
    ...overrides,
  };
}

const arrestOf = {
  arresteeSequenceNumber: '01',
  arrestDate: '20261004',
  typeOfArrest: 'T',
  ageOfArrestee: '27',
  sexOfArrestee: 'M',
  raceOfArrestee: 'W',
  ethnicityOfArrestee: 'N',
  residentStatusOfArrestee: 'R',
  dispositionUnder18: undefined,
};

export function arrestee(overrides: Overrides<ArresteeSegment> = {}): ArresteeSegment {
  return {
    ...incidentHeader,
    ...arrestOf,
    level: '6',
    segmentLength: '0110',
    arrestTransactionNumber: '26-A0077',
    multipleArresteeIndicator: 'N',
    arrestOffenseCode: '120',
    armedWith: [{ weapon: '12', automatic: undefined }],
    ...overrides,
  };
}

/** Driving under the influence. */
export function groupBArrest(overrides: Overrides<GroupBArrestSegment> = {}): GroupBArrestSegment {
  return {
    ...header,
    ...arrestOf,
    action: 'A',
    level: '7',
    segmentLength: '0066',
    arrestTransactionNumber: '26-B0450',
    arrestOffenseCode: '90D',
    armedWith: [{ weapon: '01', automatic: undefined }],
    federalJudicialDistrict: undefined,
    ...overrides,
  };
}

export function zero(overrides: Overrides<ZeroReportSegment> = {}): ZeroReportSegment {
  return {
    ...header,
    level: '0',
    segmentLength: '0043',
    action: 'A',
    incidentNumber: '000000000000',
    zeroReportMonth: '10',
    zeroReportYear: '2026',
    ...overrides,
  };
}

/** What differs from the valid incident: one entry a segment; an empty list leaves the level out. */
export interface IncidentOverrides {
  administrative?: Overrides<AdministrativeSegment>;
  offenses?: Overrides<OffenseSegment>[];
  properties?: Overrides<PropertySegment>[];
  victims?: Overrides<VictimSegment>[];
  offenders?: Overrides<OffenderSegment>[];
  arrestees?: Overrides<ArresteeSegment>[];
}

/** The segments of a robbery with one of everything. */
export function incidentSegments(overrides: IncidentOverrides = {}): Segment[] {
  const offenses = (overrides.offenses ?? [{}]).map(offense);
  // Element 2A belongs to some offenses only.
  const cargoTheft = offenses.some(isOfCargo) ? 'N' : undefined;
  return [
    administrative({ cargoTheft, ...overrides.administrative }),
    ...offenses,
    ...(overrides.properties ?? [{}]).map(property),
    ...(overrides.victims ?? [{}]).map(victim),
    ...(overrides.offenders ?? [{}]).map(offender),
    ...(overrides.arrestees ?? [{}]).map(arrestee),
  ];
}

export function incident(overrides: IncidentOverrides = {}): SourceReport {
  return reportOf(incidentSegments(overrides));
}

/** The delete of the incident, with everything blank that a delete does not need. */
export function incidentDelete(overrides: Overrides<AdministrativeSegment> = {}): SourceReport {
  const blank = { incidentHour: undefined, clearedExceptionally: undefined, cargoTheft: undefined };
  return reportOf([administrative({ action: 'D', ...blank, ...overrides })]);
}

export function arrest(overrides: Overrides<GroupBArrestSegment> = {}): SourceReport {
  return reportOf([groupBArrest(overrides)]);
}

export function zeroReport(overrides: Overrides<ZeroReportSegment> = {}): SourceReport {
  return reportOf([zero(overrides)]);
}

/** The report that the reader makes of these segments. */
export function reportOf(segments: readonly Segment[]): SourceReport {
  return readReport(segments.map(writeSegment));
}

export function linesOf({ records }: SourceReport): string[] {
  return records.map(({ text }) => text);
}
