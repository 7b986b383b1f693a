import type { SourceReport } from '../../shared/nibrs/flatfile/record.ts';
import { arrest, incident, incidentSegments, reportOf } from '../reports.ts';
import { type EditCase, shows } from './case.ts';

/** The ways in which a number can be badly written; `ending` is that of the FBI's number on every level. */
const faults = [
  { ending: '15', about: 'a blank inside', bad: '26 123', good: '26-123' },
  { ending: '16', about: 'not on the left', bad: ' 26-123', good: '26-123' },
  { ending: '17', about: 'a small letter', bad: '26-123a', good: '26-123A' },
  { ending: '17', about: 'an underscore', bad: '26_123', good: '26123' },
];

/** The segments of an incident share its number, so a bad one is found on each of them. */
function incidentNumbered(incidentNumber: string): SourceReport {
  return reportOf(incidentSegments().map((segment) => ({ ...segment, incidentNumber })));
}

/** The incident without its segments of lower levels, so that `level` is the first to tell. */
function fromLevel(level: string, report: SourceReport): SourceReport {
  return reportOf(report.report.segments.filter((segment) => segment.level >= level));
}

const later = ['2', '3', '4', '5', '6'];

export const identifierCases: EditCase[] = faults.flatMap(({ ending, about, bad, good }) => [
  shows(`1${ending}`, about, incidentNumbered(bad), incidentNumbered(good)),
  ...later.map((level) => ({
    ...shows(`${level}${ending}`, about, fromLevel(level, incidentNumbered(bad)), incidentNumbered(good)),
    // An incident without its first segment.
    alongside: ['055'],
  })),
  shows(
    `6${ending}`,
    `${about}, in the arrest transaction number`,
    incident({ arrestees: [{ arrestTransactionNumber: bad }] }),
    incident({ arrestees: [{ arrestTransactionNumber: good }] }),
  ),
  shows(`7${ending}`, about, arrest({ arrestTransactionNumber: bad }), arrest({ arrestTransactionNumber: good })),
]);
