import type { AgencyFacts } from '../agencies/facts.ts';
import { compareText } from '../compare.ts';
import { agencyPeriod } from '../ledger/streams.ts';
import { monthAfter, type Period } from '../nibrs/model/index.ts';
import { type DueDay, daysLate } from './due.ts';
import { isReported, type MonthStatus, monthStatus } from './status.ts';

/** An agency's month with what the state knows of the agency. */
export interface AgencyMonth extends MonthStatus {
  /** Undefined for an agency that is not registered. */
  agency: AgencyFacts | undefined;
  /** Whether the agency has to report the month itself. */
  expected: boolean;
  /** How many days after the due day it was reported; while it is not, how many have passed. */
  daysLate: number;
}

/** The months from one to another, both included. */
export function periodsBetween(first: Period, last: Period): Period[] {
  const periods: Period[] = [];
  for (let period = first; period <= last; period = monthAfter(period)) periods.push(period);
  return periods;
}

/**
 * Every month of every agency, those of which nothing came too, ordered by ORI and period: of the agencies that are
 * registered, and of others that have reported. `today` is YYYY-MM-DD.
 */
export function matrixOf(
  { periods, today, ...due }: DueDay & { periods: readonly Period[]; today: string },
  agencies: readonly AgencyFacts[],
  months: readonly MonthStatus[],
): AgencyMonth[] {
  const facts = new Map(agencies.map((agency) => [agency.ori, agency]));
  const known = new Map(months.map((month) => [agencyPeriod(month.ori, month.period), month]));
  const oris = [...new Set([...facts.keys(), ...months.map(({ ori }) => ori)])].sort(compareText);
  return oris.flatMap((ori) =>
    periods.map((period) => {
      const month = known.get(agencyPeriod(ori, period)) ?? emptyMonth(ori, period);
      const agency = facts.get(ori);
      const expected = agency !== undefined && hasToReport(agency, period);
      return { ...month, agency, expected, daysLate: expected ? lateness(month, today, due) : 0 };
    }),
  );
}

function emptyMonth(ori: string, period: Period): MonthStatus {
  const onFile = { incidents: 0, arrests: 0, zeroReports: 0 };
  return monthStatus({ ori, period, files: [], onFile, open: 0, unsent: false, transmissions: [] });
}

/** Whether an agency has to report a month itself: it has begun, is not dormant, and nobody reports for it. */
function hasToReport({ coveredSince, dormantSince, nibrsSince }: AgencyFacts, period: Period): boolean {
  if (nibrsSince !== undefined && period < nibrsSince) return false;
  return ![coveredSince, dormantSince].some((since) => since !== undefined && since <= period);
}

function lateness(month: MonthStatus, today: string, due: DueDay): number {
  if (!isReported(month)) return daysLate(month.period, today, due);
  return month.firstAccepted === null ? 0 : daysLate(month.period, month.firstAccepted, due);
}
