import { CorruptDataError } from '../errors.ts';
import type { LedgerEvent } from '../ledger/port.ts';
import { emptySegment } from '../nibrs/flatfile/read-segment.ts';
import type { FederalReport } from '../nibrs/model/index.ts';
import { isPresent } from './changes.ts';

/** What a zero report has in place of an incident number (specification 3.3.8). */
const zeroReportNumber = '0'.repeat(12);

/**
 * As much of a report as the FBI needs to find and delete it: what its event has in the clear. So a delete needs no
 * content, and is the same before and after the content was expunged.
 * Throws `CorruptDataError` for an event that is of no report.
 */
export function reportKeyOf(event: LedgerEvent): FederalReport {
  if (!isPresent(event)) {
    throw new CorruptDataError(`Event ${event.version} of stream ${event.stream} has no report that could be deleted.`);
  }
  const { ori, number, part, date } = event.data;
  if (event.type === 'ZeroReportFiled') {
    const [zeroReportYear, zeroReportMonth] = number.split('-');
    const zero = { ...emptySegment('0'), ori, incidentNumber: zeroReportNumber, zeroReportYear, zeroReportMonth };
    return { kind: 'zero', zero };
  }
  if (event.type.startsWith('Arrest')) {
    const key = { arrestTransactionNumber: number, arresteeSequenceNumber: part, arrestDate: date };
    return { kind: 'arrest', arrest: { ...emptySegment('7'), ori, ...key } };
  }
  const key = { incidentNumber: number, incidentDate: date };
  return {
    kind: 'incident',
    administrative: { ...emptySegment('1'), ori, ...key },
    offenses: [],
    properties: [],
    victims: [],
    offenders: [],
    arrestees: [],
  };
}
