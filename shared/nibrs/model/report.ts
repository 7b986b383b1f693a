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
} from './segment.ts';

export type ReportKind = 'incident' | 'arrest' | 'zero';

/**
 * One reportable unit as it was submitted, right or wrong: its segments in the order of the file. This is what edits
 * look at. An incident is a run of level 1–6 segments with one ORI and incident number; an arrest one level 7; a zero
 * report one level 0.
 */
export interface SubmittedReport {
  kind: ReportKind;
  /** Element 1 of the first segment, '' when blank. */
  ori: string;
  /** Incident number, arrest transaction number, or twelve zeros; '' when blank. */
  number: string;
  /** Action of the first segment: I, A, D, or whatever was written. */
  action: string;
  segments: Segment[];
}

/** A Group A incident that passed the structure edits: one level 1 and what hangs on it. */
export interface GroupAIncident {
  kind: 'incident';
  administrative: AdministrativeSegment;
  offenses: OffenseSegment[];
  properties: PropertySegment[];
  victims: VictimSegment[];
  offenders: OffenderSegment[];
  arrestees: ArresteeSegment[];
}

export interface GroupBArrest {
  kind: 'arrest';
  arrest: GroupBArrestSegment;
}

export interface ZeroReport {
  kind: 'zero';
  zero: ZeroReportSegment;
}

/**
 * The federal half of a report: what the FBI defines and nothing else. The FBI's writer takes this type, and it has no
 * place for a state-only value.
 */
export type FederalReport = GroupAIncident | GroupBArrest | ZeroReport;
