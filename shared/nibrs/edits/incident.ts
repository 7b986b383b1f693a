import type {
  AdministrativeSegment,
  ArresteeSegment,
  OffenderSegment,
  OffenseSegment,
  PropertySegment,
  Segment,
  SubmittedReport,
  VictimSegment,
} from '../model/index.ts';

/** A Group A incident as it was submitted, its segments sorted by kind so that rules across them read plainly. */
export interface Incident {
  /** In the order of the file. */
  segments: readonly Segment[];
  administrative: AdministrativeSegment | undefined;
  offenses: OffenseSegment[];
  properties: PropertySegment[];
  victims: VictimSegment[];
  offenders: OffenderSegment[];
  arrestees: ArresteeSegment[];
  /** The offense codes (element 6) of all offenses, legal or not. */
  offenseCodes: ReadonlySet<string>;
}

export function incidentOf(report: SubmittedReport): Incident {
  const offenseCodes = new Set<string>();
  const incident: Incident = {
    segments: report.segments,
    administrative: undefined,
    offenses: [],
    properties: [],
    victims: [],
    offenders: [],
    arrestees: [],
    offenseCodes,
  };
  for (const segment of report.segments) {
    if (segment.level === '1') incident.administrative ??= segment;
    else if (segment.level === '2') {
      incident.offenses.push(segment);
      if (segment.offenseCode !== undefined) offenseCodes.add(segment.offenseCode);
    } else if (segment.level === '3') incident.properties.push(segment);
    else if (segment.level === '4') incident.victims.push(segment);
    else if (segment.level === '5') incident.offenders.push(segment);
    else if (segment.level === '6') incident.arrestees.push(segment);
  }
  return incident;
}

/** True when the incident has offenses, and none but unfounded ones (U in element 7). */
export function isUnfounded({ offenses }: Incident): boolean {
  for (const { attemptedCompleted } of offenses) if (attemptedCompleted !== 'U') return false;
  return offenses.length > 0;
}
