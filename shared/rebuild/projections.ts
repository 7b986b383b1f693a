import { compareText } from '../compare.ts';
import { differenceOf, type FederalEntry, type UnsentEntry, type UnsentMonth } from '../extract/federal-copy.ts';
import type { MonthEntry } from '../extract/messages.ts';
import { digestOf, entriesOf, keyOf, type MonthSummary, summaryOf } from '../extract/month.ts';
import { heldAfter, noRefusals, type Refusals, refusalsOf, toSendAgain } from '../extract/refusals.ts';
import type { WrittenReport } from '../extract/write-part.ts';
import type { LedgerEvent } from '../ledger/port.ts';
import type { Period } from '../nibrs/model/index.ts';

/** All that an agency's projections follow from. */
export interface AgencyHistory {
  ori: string;
  /** The events of each of its months. */
  months: ReadonlyMap<Period, readonly LedgerEvent[]>;
  /** What its parts of the sealed transmissions say, in the order of their numbers. */
  sealed: readonly SealedPart[];
}

export interface SealedPart {
  transmission: string;
  period: Period;
  reports: readonly WrittenReport[];
}

/** Everything that is projected of an agency. */
export interface AgencyProjections {
  months: { summary: MonthSummary; entries: MonthEntry[] }[];
  held: FederalEntry[];
  unsent: UnsentEntry[];
  unsentMonths: UnsentMonth[];
}

/** An agency's projections, from its events alone. */
export function projectionsOf({ ori, months: events, sealed }: AgencyHistory): AgencyProjections {
  const months = [...events].flatMap(([period, ofMonth]) => {
    const entries = entriesOf(ofMonth);
    // A month may have nothing but what the FBI found on reports of other months.
    return entries.length === 0 ? [] : [{ summary: summaryOf(ori, period, entries), entries }];
  });
  const told = lastTold(sealed, answersIn([...events.values()].flat()));
  const unsent = unsentOf(months, told);
  const digests = new Map(months.map(({ summary }) => [summary.period, summary.digest]));
  const unsentMonths = [...Map.groupBy(unsent, ({ period }) => period)].map(([period, entries]) => {
    return { ori, period, digest: digests.get(period) ?? digestOf(entries) };
  });
  return { months, held: [...told.values()].map(({ held }) => held), unsent, unsentMonths };
}

/** What the last transmission that spoke of a report said, and what the FBI has since. */
interface Told {
  said: WrittenReport;
  period: Period;
  held: FederalEntry;
}

interface Answered {
  refusals: Refusals;
  /** Version of the last event with some of it. */
  recorded: number;
}

function lastTold(sealed: readonly SealedPart[], answers: ReadonlyMap<string, Answered>): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const { transmission, period, reports } of sealed) {
    for (const said of reports) {
      const { refusals, recorded } = answers.get(answerKey(said, transmission)) ?? {
        refusals: noRefusals,
        recorded: 0,
      };
      const isRefused = refusals.deletion.length + refusals.insertion.length > 0;
      const held = heldAfter(said, transmission, refusals);
      told.set(keyOf(said), { said, period, held: isRefused ? { ...held, answered: recorded } : held });
    }
  }
  return told;
}

/** The FBI's answers by report and transmission. */
function answersIn(events: readonly LedgerEvent[]): Map<string, Answered> {
  const found = events.filter((event) => event.type === 'FederalFindingsRecorded');
  const byReport = Map.groupBy(found, ({ stream, data }) => answerKey({ stream, part: data.part }, data.transmission));
  return new Map(
    [...byReport].map(([key, ofReport]) => {
      const refusals = refusalsOf(ofReport.flatMap(({ data }) => data.findings));
      return [key, { refusals, recorded: Math.max(...ofReport.map(({ version }) => version)) }];
    }),
  );
}

function answerKey(report: { stream: string; part: string }, transmission: string): string {
  return `${transmission} ${keyOf(report)}`;
}

/**
 * What came after the FBI was last told of a report, and what it is to be told once more, under the month in which that
 * was said; as long as there is a difference to what the FBI has.
 */
function unsentOf(months: AgencyProjections['months'], told: ReadonlyMap<string, Told>): UnsentEntry[] {
  const later = months.flatMap(({ summary: { period }, entries }) =>
    entries
      .filter((entry) => entry.version > (told.get(keyOf(entry))?.said.version ?? 0))
      .map((entry): UnsentEntry => ({ ...entry, period })),
  );
  const again = [...told.values()].flatMap(({ said, period, held }): UnsentEntry[] => {
    const entry = held.answered === undefined ? undefined : toSendAgain(said, held);
    return entry ? [{ ...entry, period }] : [];
  });
  const byReport = Map.groupBy([...later, ...again], keyOf);
  const open = [...byReport].flatMap(([key, states]) => {
    const sorted = states.toSorted((a, b) => a.version - b.version);
    // Up to where there was nothing to tell last: a report that was deleted before it was ever sent, for instance.
    const settled = sorted.findLastIndex((entry) => !differenceOf(entry, told.get(key)?.held));
    return sorted.slice(settled + 1);
  });
  return open.sort((a, b) => compareText(unsentName(a), unsentName(b)));
}

/** Names a state of a report in a month. */
export function unsentName({ period, version, ...report }: UnsentEntry): string {
  return `${period} ${keyOf(report)} ${version}`;
}
