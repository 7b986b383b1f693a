import { CorruptDataError } from '../errors.ts';
import type { LedgerEvent } from '../ledger/port.ts';
import { emptySegment } from '../nibrs/flatfile/read-segment.ts';
import type { FederalReport } from '../nibrs/model/index.ts';
import { isPresent } from './changes.ts';

/**
 * As much of a report whose content is gone as the FBI needs to find and delete it: what its event has in the clear.
 * Throws `CorruptDataError` for an event that never had such a content.
 */
export function keyOfExpunged(event: LedgerEvent): FederalReport {
  if (!isPresent(event) || event.type === 'ZeroReportFiled') {
    throw new CorruptDataError(`Event ${event.version} of stream ${event.stream} is no incident and no arrest.`);
  }
  const { ori, number, part, date } = event.data;
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
