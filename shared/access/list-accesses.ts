import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { accessStream } from '../ledger/streams.ts';
import { monthAfter, type Period } from '../nibrs/model/index.ts';

/** A read of one report, or a count of a month, as it is on record. */
export type Access = LedgerEvent<'StateElementsRead' | 'StateElementsCounted'>;

/** Which accesses to list; what is absent does not matter. Counts are of no one report. */
export interface AccessFilter {
  /** The calendar month of the access. */
  month?: Period;
  ori?: string;
  number?: string;
  reader?: string;
}

/** Who was shown or counted state elements, oldest first: in one month, or in this one and the twelve before. */
export async function listAccesses(ledger: Ledger, { month, ...filter }: AccessFilter, now: Date): Promise<Access[]> {
  const months = month === undefined ? yearBefore(now) : [month];
  const events = await Promise.all(months.map((each) => ledger.read(accessStream(each))));
  return events.flat().filter((event): event is Access => isAccess(event) && passes(event, filter));
}

function isAccess(event: LedgerEvent): event is Access {
  return event.type === 'StateElementsRead' || event.type === 'StateElementsCounted';
}

function passes({ type, data }: Access, { ori, number, reader }: AccessFilter): boolean {
  if (reader !== undefined && data.reader !== reader) return false;
  if (type === 'StateElementsCounted') return ori === undefined && number === undefined;
  return (ori === undefined || data.ori === ori) && (number === undefined || data.number === number);
}

function yearBefore(now: Date): Period[] {
  const last = now.toISOString().slice(0, 7);
  const months: Period[] = [];
  for (let month = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`; month <= last; month = monthAfter(month)) {
    months.push(month);
  }
  return months;
}
