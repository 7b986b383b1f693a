import { differenceOf, type FederalEntry, newestOf } from '../extract/federal-copy.ts';
import type { MonthEntry } from '../extract/messages.ts';
import { entryOf, keyOf } from '../extract/month.ts';
import { heldAfter, noRefusals, refusalsOf } from '../extract/refusals.ts';
import { writtenIn } from '../extract/update-federal-copy.ts';
import type { WrittenReport } from '../extract/write-part.ts';
import { fold } from '../ledger/decider.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { answeredFold, answerTo } from '../ledger/reports/federal-findings.ts';
import { seriesStream, transmissionStream } from '../ledger/streams.ts';
import { transmissionFold } from '../ledger/transmissions.ts';
import type { Period } from '../nibrs/model/index.ts';

/** A transmission that was sealed, with all of its events, and what its part says of the reports of a stream. */
export interface Sending {
  transmission: string;
  events: readonly LedgerEvent[];
  said: readonly WrittenReport[];
}

/** A transmission, and the time until which its parts may have been built: the next one starts when it is finished. */
interface Slot {
  transmission: string;
  period: Period;
  from: string;
  until: string | undefined;
}

/** What became of a report, when, and in which month. */
interface Change {
  entry: MonthEntry;
  period: Period;
  at: string;
}

/** What is filed is in its month after moments, or once somebody has sent a dead letter back, which a queue keeps for 14 days. */
const longestDelay = 15 * 24 * 3_600_000;

/**
 * The sealed transmissions that told the FBI something of the reports of a stream, oldest first. `events` is the whole
 * stream, `thisYear` the present one.
 *
 * Looking into every transmission would do, and read hundreds of long lists. What the FBI has of a report, and so whether
 * a transmission can have had anything to tell, follows from those before it: only these are looked into, and those of the
 * report's own months, which may have been sent in full.
 */
export async function sendingsOf(
  ledger: Pick<Ledger, 'read'>,
  { ori, events }: { ori: string; events: readonly LedgerEvent[] },
  thisYear: number,
): Promise<Sending[]> {
  const changes = events.flatMap(changeOf);
  const [first] = changes;
  if (!first) return [];
  const answered = fold(answeredFold, events);
  const copy = new Map<string, FederalEntry[]>();
  const sendings: Sending[] = [];
  for (const slot of await slotsSince(ledger, first.at, thisYear)) {
    if (!mayTell(slot, changes, copy)) continue;
    const sending = await readSending(ledger, slot.transmission, { ori, stream: first.entry.stream });
    if (!sending) continue;
    sendings.push(sending);
    for (const said of sending.said) {
      const refusals = refusalsOf(answerTo(answered, { transmission: slot.transmission, part: said.part }).findings);
      // Before the FBI has answered, transmissions go by what it should have; afterwards by what it has.
      copy.set(
        keyOf(said),
        [noRefusals, refusals].map((known) => heldAfter(said, slot.transmission, known)),
      );
    }
  }
  return sendings;
}

function changeOf(event: LedgerEvent): Change[] {
  const entry = entryOf(event.stream, event.version, event);
  return entry && 'part' in event.data ? [{ entry, period: event.data.period, at: event.at }] : [];
}

async function slotsSince(ledger: Pick<Ledger, 'read'>, at: string, thisYear: number): Promise<Slot[]> {
  // The last transmission of the year before may have been under way when the report came.
  const firstYear = Number(at.slice(0, 4)) - 1;
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => firstYear + index);
  const taken = (await Promise.all(years.map((year) => ledger.read(seriesStream(year))))).flat();
  return taken.flatMap((event, index) => {
    if (event.type !== 'SeriesNumberTaken') return [];
    const { transmission, period } = event.data;
    return [{ transmission, period, from: event.at, until: taken[index + 1]?.at }];
  });
}

/** Whether a transmission can have had anything to tell of the reports, by what the FBI had of them. */
function mayTell(
  { period, from, until }: Slot,
  changes: readonly Change[],
  copy: ReadonlyMap<string, FederalEntry[]>,
): boolean {
  const known = changes.filter((change) => until === undefined || change.at <= until);
  if (known.some((change) => change.period === period)) return true;
  const due = known.filter((change) => change.period <= period);
  const surelyKnown = new Date(Date.parse(from) - longestDelay).toISOString();
  const stood = newestOf(due.filter(({ at }) => at < surelyKnown).map(({ entry }) => entry));
  const since = due.filter(({ at }) => at >= surelyKnown).map(({ entry }) => entry);
  return [...stood, ...since].some((entry) =>
    (copy.get(keyOf(entry)) ?? [undefined]).some((held) => differenceOf(entry, held) !== undefined),
  );
}

async function readSending(
  ledger: Pick<Ledger, 'read'>,
  transmission: string,
  { ori, stream }: { ori: string; stream: string },
): Promise<Sending | undefined> {
  const events = await ledger.read(transmissionStream(transmission));
  const { sealed, parts } = fold(transmissionFold, events);
  const part = parts.get(ori);
  if (!sealed || !part) return undefined;
  const said = (await writtenIn(ledger, transmission, part)).filter((report) => report.stream === stream);
  return said.length === 0 ? undefined : { transmission, events, said };
}
