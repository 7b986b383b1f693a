import { CorruptDataError } from '../../errors.ts';
import type { FederalReport, Level, Period, Segment, SegmentOf, SubmittedReport } from '../model/index.ts';
import { emptySegment, readSegment } from './read-segment.ts';
import { kindOfReport } from './reports.ts';
import { writeSegment } from './write-segment.ts';

/**
 * The federal half of a submitted report. Of a deleted incident only the administrative segment counts. `undefined`
 * when the segments do not make one: none, not exactly one of level 0, 1 or 7, or levels of another kind of report.
 */
export function toFederalReport(report: Pick<SubmittedReport, 'kind' | 'segments'>): FederalReport | undefined {
  switch (report.kind) {
    case 'zero': {
      const zero = onlySegment(report.segments, '0');
      return zero && { kind: 'zero', zero };
    }
    case 'arrest': {
      const arrest = onlySegment(report.segments, '7');
      return arrest && { kind: 'arrest', arrest };
    }
    case 'incident':
      return toIncident(report.segments);
  }
}

function onlySegment<L extends Level>(segments: readonly Segment[], level: L): SegmentOf<L> | undefined {
  return segments.length === 1 ? ofLevel(segments, level)[0] : undefined;
}

function ofLevel<L extends Level>(segments: readonly Segment[], level: L): SegmentOf<L>[] {
  return segments.filter((segment): segment is SegmentOf<L> => segment.level === level);
}

function toIncident(segments: readonly Segment[]): FederalReport | undefined {
  const [administrative, second] = ofLevel(segments, '1');
  if (administrative === undefined || second !== undefined) return undefined;
  if (segments.some(({ level }) => level === '0' || level === '7')) return undefined;
  const counted = administrative.action === 'D' ? [] : segments;
  return {
    kind: 'incident',
    administrative,
    offenses: ofLevel(counted, '2'),
    properties: ofLevel(counted, '3'),
    victims: ofLevel(counted, '4'),
    offenders: ofLevel(counted, '5'),
    arrestees: ofLevel(counted, '6'),
  };
}

/** The segments of a report in the order of the flat file: by level, within a level as they came. */
export function segmentsOf(report: FederalReport): Segment[] {
  switch (report.kind) {
    case 'zero':
      return [report.zero];
    case 'arrest':
      return [report.arrest];
    case 'incident':
      return [
        report.administrative,
        ...report.offenses,
        ...report.properties,
        ...report.victims,
        ...report.offenders,
        ...report.arrestees,
      ];
  }
}

/** The date of the incident (element 3) or the arrest (element 42), YYYYMMDD; a zero report has none. */
export function dateOf(report: FederalReport): string | undefined {
  switch (report.kind) {
    case 'zero':
      return undefined;
    case 'arrest':
      return report.arrest.arrestDate;
    case 'incident':
      return report.administrative.incidentDate;
  }
}

/** The lines of a report, without line ends. Throws `DoesNotFitError` rather than lose a value. */
export function writeReport(report: FederalReport): string[] {
  return segmentsOf(report).map(writeSegment);
}

/** The report that `writeReport` wrote. Throws `CorruptDataError` when the lines are not one report. */
export function readReport(lines: readonly string[]): FederalReport {
  const segments = lines.map((line, index) => {
    const segment = readSegment(line);
    if (segment === undefined) {
      throw new CorruptDataError(
        `Line ${index + 1} of a stored report is no segment. Restore the event from a backup.`,
      );
    }
    return segment;
  });
  const report = toFederalReport({ kind: kindOfReport(segments[0]?.level ?? ''), segments });
  if (report === undefined) {
    throw new CorruptDataError(
      `The ${lines.length} lines of a stored report do not make one report. Restore the event from a backup.`,
    );
  }
  return report;
}

/** A copy to be sent in `period`: its month and the action stand on every segment. */
export function withSubmission(
  report: FederalReport,
  { period, action }: { period: Period; action: string },
): FederalReport {
  return withHeader(report, { action, ...submissionOf(period) });
}

/**
 * The delete of a report, to be sent in `period`: the header and what the FBI finds the report by, nothing else.
 * Source: specification 4.6; edits 197 and 797–799.
 */
export function deletionOf(report: FederalReport, period: Period): FederalReport {
  return withSubmission(keyOf(report), { period, action: 'D' });
}

function keyOf(report: FederalReport): FederalReport {
  switch (report.kind) {
    case 'zero':
      return report;
    case 'arrest': {
      const { segmentLength, cityIndicator, ori, federalJudicialDistrict } = report.arrest;
      const { arrestTransactionNumber, arresteeSequenceNumber, arrestDate } = report.arrest;
      const header = { segmentLength, cityIndicator, ori, federalJudicialDistrict };
      const key = { arrestTransactionNumber, arresteeSequenceNumber, arrestDate };
      return { kind: 'arrest', arrest: { ...emptySegment('7'), ...header, ...key } };
    }
    case 'incident': {
      const { segmentLength, cityIndicator, ori, federalJudicialDistrict } = report.administrative;
      const { incidentNumber, incidentDate } = report.administrative;
      const header = { segmentLength, cityIndicator, ori, federalJudicialDistrict };
      const key = { incidentNumber, incidentDate };
      return {
        kind: 'incident',
        administrative: { ...emptySegment('1'), ...header, ...key },
        offenses: [],
        properties: [],
        victims: [],
        offenders: [],
        arrestees: [],
      };
    }
  }
}

/**
 * The content of a report's lines as text, for hashing: two reports that differ only in the month of submission and the
 * action (positions 6 to 12) have the same.
 */
export function contentOf(lines: readonly string[]): string {
  return lines.map((line) => line.slice(0, 5) + line.slice(12)).join('\n');
}

type Submission = Pick<Segment, 'action' | 'submissionMonth' | 'submissionYear'>;

function submissionOf(period: Period): Omit<Submission, 'action'> {
  const [submissionYear, submissionMonth] = period.split('-');
  return { submissionMonth, submissionYear };
}

function withHeader(report: FederalReport, submission: Submission): FederalReport {
  const change = <S extends Segment>(segment: S): S => ({ ...segment, ...submission });
  switch (report.kind) {
    case 'zero':
      return { kind: 'zero', zero: change(report.zero) };
    case 'arrest':
      return { kind: 'arrest', arrest: change(report.arrest) };
    case 'incident':
      return {
        kind: 'incident',
        administrative: change(report.administrative),
        offenses: report.offenses.map(change),
        properties: report.properties.map(change),
        victims: report.victims.map(change),
        offenders: report.offenders.map(change),
        arrestees: report.arrestees.map(change),
      };
  }
}
