import { CorruptDataError, UsageError } from '../errors.ts';
import type { Months } from '../extract/months.ts';
import type { Ledger } from '../ledger/port.ts';
import { kindOfPart } from '../ledger/streams.ts';
import { offenseCategory } from '../nibrs/codes/index.ts';
import type { ArresteeSegment, FederalReport, GroupBArrestSegment, Period } from '../nibrs/model/index.ts';
import type { StateElement, StateProfile } from '../state/index.ts';
import type { CountedArrest } from '../statistics/index.ts';
import { isKept } from './retention.ts';
import { type OpenedReport, openElements, openFederal, standingIn } from './standing.ts';

/** Arrests of one month, and of how many reports the state half was opened for them. */
export interface CountedMonth {
  arrests: CountedArrest[];
  reports: number;
}

/** What to count: the arrests of a month by one element of a profile, as things stand `now`. */
export interface Counting {
  period: Period;
  element: StateElement;
  profile: StateProfile;
  now: string;
}

/** Reports that are read and opened at a time. */
const share = 50;

/**
 * Counts the reports that stand in the month now: one corrected in a later month counts there. No more than the reports
 * of one share are open at a time.
 * Throws `UsageError` when a value is past its retention: what is left would be taken for all there was.
 */
export async function countMonth(
  { ledger, months }: { ledger: Ledger; months: Months },
  counting: Counting,
): Promise<CountedMonth> {
  const counted: CountedMonth = { arrests: [], reports: 0 };
  for (const { ori } of await months.summaries(counting.period)) {
    const streams = await streamsOf(months, ori, counting.period);
    for (let start = 0; start < streams.length; start += share) {
      const opened = await openArrests(ledger, streams.slice(start, start + share), counting);
      counted.arrests.push(...opened.flatMap((report) => arrestsIn(report, counting)));
      counted.reports += opened.length;
    }
  }
  return counted;
}

/** Where an agency's incidents and Group B arrests of a month are; a zero report has no arrest. */
async function streamsOf(months: Months, ori: string, period: Period): Promise<string[]> {
  const entries = await months.entries(ori, period);
  const streams = entries.flatMap(({ stream, part }) => (kindOfPart(stream, part) === 'zero' ? [] : [stream]));
  return [...new Set(streams)];
}

/** Of reports without an arrest the state half stays closed. */
async function openArrests(
  ledger: Ledger,
  streams: readonly string[],
  { period, profile }: Counting,
): Promise<OpenedReport[]> {
  const histories = await Promise.all(streams.map((stream) => ledger.read(stream)));
  const standing = histories.flatMap((events) => standingIn(events).reports);
  const ofMonth = standing.filter((report) => report.period === period);
  const reports = await openFederal(ledger, ofMonth);
  const arrests = reports.filter(({ federal }) => arresteesOf(federal).length > 0);
  return openElements(ledger, profile, arrests);
}

function arrestsIn({ content, federal, values }: OpenedReport, { period, element, now }: Counting): CountedArrest[] {
  const { ori } = content.data;
  const said = values.filter((value) => value.element === element.id);
  if (said.some(({ event }) => !isKept(element, event.at, now))) {
    throw new UsageError(
      `Values of ${element.id} in reports of ${period} are past their retention: they count no more.`,
    );
  }
  return arresteesOf(federal).map(({ arrestOffenseCode, arresteeSequenceNumber }) => {
    const category = offenseCategory(arrestOffenseCode ?? '');
    if (!category) throw new CorruptDataError(`A report of ${ori} in ${period} has an arrest for no offense`);
    const status = said.find(({ sequence }) => sequence === arresteeSequenceNumber)?.value;
    return { ori, period, category, status };
  });
}

/** The arrestees of a report, without those whom another segment counts (element 44). */
function arresteesOf(report: FederalReport): (ArresteeSegment | GroupBArrestSegment)[] {
  switch (report.kind) {
    case 'incident':
      return report.arrestees.filter(({ multipleArresteeIndicator }) => multipleArresteeIndicator !== 'M');
    case 'arrest':
      return [report.arrest];
    case 'zero':
      return [];
  }
}
