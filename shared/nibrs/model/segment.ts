/**
 * The segments of NIBRS as values. One interface a level; one property an element, named in plain English with its
 * element number in the comment. A value is the text of its field without trailing blanks; a blank field is
 * `undefined`; a repeated element is the list of its filled occurrences in order. Nothing is converted: a value that
 * breaks the rules is kept as it came, so that an edit can name it and the writer can give it back.
 *
 * Source: NIBRS Technical Specification 2025.0, section 2 (record layouts) and section 3 (data elements).
 */

export type Level = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7';

/** Positions 1–25, the same on every segment. */
export interface SegmentHeader {
  /** Number of the record in its file, from 1; absent when the segment did not come from a file. */
  record?: number | undefined;
  /** Four digits, as written: the length which the record claims. */
  segmentLength: string | undefined;
  /** I or D on level 1, I on levels 2–6, A or D on levels 0 and 7. */
  action: string | undefined;
  submissionMonth: string | undefined;
  submissionYear: string | undefined;
  cityIndicator: string | undefined;
  /** 1 */
  ori: string | undefined;
}

export interface ZeroReportSegment extends SegmentHeader {
  level: '0';
  /** 2, twelve zeros */
  incidentNumber: string | undefined;
  zeroReportMonth: string | undefined;
  zeroReportYear: string | undefined;
}

interface IncidentHeader extends SegmentHeader {
  /** 2 */
  incidentNumber: string | undefined;
}

export interface AdministrativeSegment extends IncidentHeader {
  level: '1';
  /** 3, YYYYMMDD */
  incidentDate: string | undefined;
  /** 3, R when the date is the report date */
  reportDateIndicator: string | undefined;
  /** 3, 00–23 */
  incidentHour: string | undefined;
  /** 4 */
  clearedExceptionally: string | undefined;
  /** 5, YYYYMMDD */
  exceptionalClearanceDate: string | undefined;
  /** 2A */
  cargoTheft: string | undefined;
  /** 1A */
  federalJudicialDistrict: string | undefined;
}

export interface OffenseSegment extends IncidentHeader {
  level: '2';
  /** 6 */
  offenseCode: string | undefined;
  /** 7: A, C or U */
  attemptedCompleted: string | undefined;
  /** 8, up to three */
  offenderSuspectedOfUsing: string[];
  /** 9 */
  locationType: string | undefined;
  /** 10 */
  numberOfPremisesEntered: string | undefined;
  /** 11 */
  methodOfEntry: string | undefined;
  /** 12, up to three */
  criminalActivityGang: string[];
  /** 13, up to three */
  weapons: Weapon[];
  /** 8A, up to five */
  biasMotivation: string[];
}

/** 13 on an offense, 46 on an arrest */
export interface Weapon {
  weapon: string | undefined;
  /** A for an automatic firearm */
  automatic: string | undefined;
}

export interface PropertySegment extends IncidentHeader {
  level: '3';
  /** 14 */
  typePropertyLoss: string | undefined;
  /** 15–17, up to ten */
  properties: Property[];
  /** 18 */
  numberOfStolenMotorVehicles: string | undefined;
  /** 19 */
  numberOfRecoveredMotorVehicles: string | undefined;
  /** 20–22, up to three */
  drugs: Drug[];
}

export interface Property {
  /** 15 */
  description: string | undefined;
  /** 16, nine digits, whole dollars */
  value: string | undefined;
  /** 17, YYYYMMDD */
  dateRecovered: string | undefined;
}

export interface Drug {
  /** 20 */
  type: string | undefined;
  /** 21, twelve digits, thousandths of a unit */
  quantity: string | undefined;
  /** 22 */
  measurement: string | undefined;
}

export interface VictimSegment extends IncidentHeader {
  level: '4';
  /** 23 */
  victimSequenceNumber: string | undefined;
  /** 24, up to ten */
  connectedOffenseCodes: string[];
  /** 25 */
  typeOfVictim: string | undefined;
  /** 25A */
  officerActivityCircumstance: string | undefined;
  /** 25B */
  officerAssignmentType: string | undefined;
  /** 25C */
  officerOriOtherJurisdiction: string | undefined;
  /** 26 */
  ageOfVictim: string | undefined;
  /** 27 */
  sexOfVictim: string | undefined;
  /** 28 */
  raceOfVictim: string | undefined;
  /** 29 */
  ethnicityOfVictim: string | undefined;
  /** 30 */
  residentStatusOfVictim: string | undefined;
  /** 31, up to two */
  assaultHomicideCircumstances: string[];
  /** 32 */
  justifiableHomicideCircumstance: string | undefined;
  /** 33, up to five */
  typeInjury: string[];
  /** 34 and 35, up to ten */
  relationships: Relationship[];
}

export interface Relationship {
  /** 34 */
  offenderNumber: string | undefined;
  /** 35 */
  relationship: string | undefined;
}

export interface OffenderSegment extends IncidentHeader {
  level: '5';
  /** 36 */
  offenderSequenceNumber: string | undefined;
  /** 37 */
  ageOfOffender: string | undefined;
  /** 38 */
  sexOfOffender: string | undefined;
  /** 39 */
  raceOfOffender: string | undefined;
  /** 39A */
  ethnicityOfOffender: string | undefined;
}

/** What levels 6 and 7 share. */
interface Arrest {
  /** 40 */
  arresteeSequenceNumber: string | undefined;
  /** 41 */
  arrestTransactionNumber: string | undefined;
  /** 42, YYYYMMDD */
  arrestDate: string | undefined;
  /** 43 */
  typeOfArrest: string | undefined;
  /** 45 */
  arrestOffenseCode: string | undefined;
  /** 46, up to two */
  armedWith: Weapon[];
  /** 47 */
  ageOfArrestee: string | undefined;
  /** 48 */
  sexOfArrestee: string | undefined;
  /** 49 */
  raceOfArrestee: string | undefined;
  /** 50 */
  ethnicityOfArrestee: string | undefined;
  /** 51 */
  residentStatusOfArrestee: string | undefined;
  /** 52 */
  dispositionUnder18: string | undefined;
}

export interface ArresteeSegment extends IncidentHeader, Arrest {
  level: '6';
  /** 44 */
  multipleArresteeIndicator: string | undefined;
}

export interface GroupBArrestSegment extends SegmentHeader, Arrest {
  level: '7';
  /** 1A */
  federalJudicialDistrict: string | undefined;
}

export type Segment =
  | ZeroReportSegment
  | AdministrativeSegment
  | OffenseSegment
  | PropertySegment
  | VictimSegment
  | OffenderSegment
  | ArresteeSegment
  | GroupBArrestSegment;

/** The segment of a level: `SegmentOf<'4'>` is the victim segment. */
export type SegmentOf<L extends Level> = Extract<Segment, { level: L }>;
