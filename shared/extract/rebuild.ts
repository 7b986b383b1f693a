import { compareText } from '../compare.ts';
import { CorruptDataError, UsageError } from '../errors.ts';
import { fold } from '../ledger/decider.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { agencyPeriod, partStream, transmissionStream } from '../ledger/streams.ts';
import { transmissionFold } from '../ledger/transmissions.ts';
import type { Period } from '../nibrs/model/index.ts';
import { type Change, changeOf, eventKey } from './changes.ts';
import type { MonthEntry } from './messages.ts';
import { entriesOf, keyOf } from './month.ts';
import { writePart } from './write-part.ts';

/** A report whose content an order has taken away: a file that had it cannot be made again. */
export interface Expunged {
  stream: string;
  order: string;
}

/** One agency's share of a file that is made again, and the reports that are missing in it. */
export interface RebuiltPart {
  ori: string;
  text: string;
  sha256: string;
  expunged: Expunged[];
}

/**
 * Makes the parts of a sealed transmission again, from the ledger alone, in the order of the file: together they are the
 * file, byte for byte, unless a report in it was expunged since.
 * Throws `UsageError` for a transmission that was never sealed, `CorruptDataError` for a part that comes out differently.
 */
export async function* rebuildTransmission(ledger: Ledger, transmission: string): AsyncGenerator<RebuiltPart> {
  const { started, sealed, parts } = fold(transmissionFold, await ledger.read(transmissionStream(transmission)));
  if (!started || !sealed) throw new UsageError(`Transmission ${transmission} was never sealed. Look up its name.`);
  for (const ori of started.agencies.toSorted(compareText)) {
    const part = parts.get(ori);
    if (!part) continue;
    const written = await writtenOf(ledger, partStream(transmission, part));
    const rebuilt = await rebuildPart(ledger, { ori, period: started.period }, written);
    if (rebuilt.expunged.length === 0 && rebuilt.sha256 !== part.sha256) {
      throw new CorruptDataError(
        `The part of ${ori} in transmission ${transmission} comes out with SHA-256 ${rebuilt.sha256}, not ${part.sha256}. ` +
          'The sealed file in the outbox is the one that was sent; compare the two.',
      );
    }
    yield rebuilt;
  }
}

/**
 * Makes the reports of an agency's month as they stood at a time, as a file that would report all of them.
 * Throws `CorruptDataError` when the ledger does not have the content of a report.
 */
export async function rebuildMonthAsOf(
  ledger: Ledger,
  { ori, period, at }: { ori: string; period: Period; at: string },
): Promise<RebuiltPart> {
  const month = agencyPeriod(ori, period);
  const listed = await ledger.listMonth(ori, period);
  const streams = [...new Set(listed.map(({ stream }) => stream))];
  const events = (await Promise.all(streams.map((stream) => ledger.read(stream)))).flat();
  const then = events.filter((event) => event.agencyPeriod === month && event.at <= at);
  const present = entriesOf(then).filter(({ status }) => status === 'present');
  return rebuildPart(
    ledger,
    { ori, period },
    present.map((entry) => changeOf(entry, { inserts: entry.version })),
  );
}

/** The changes that a part on record has told the FBI, in its order. */
async function writtenOf(ledger: Ledger, stream: string): Promise<Change[]> {
  const events = await ledger.read(stream);
  return events.flatMap((event) => {
    if (event.type !== 'ReportsWritten') return [];
    return event.data.reports.flatMap(({ deletes, status, ...report }) => {
      if (status === 'withheld') return [];
      const wanted: MonthEntry = { ...report, status };
      return [changeOf(wanted, { deletes, inserts: status === 'present' ? wanted.version : undefined })];
    });
  });
}

async function rebuildPart(
  ledger: Ledger,
  scope: { ori: string; period: Period },
  changes: readonly Change[],
): Promise<RebuiltPart> {
  const streams = new Set(changes.map(({ wanted }) => wanted.stream));
  const histories = await Promise.all([...streams].map((stream) => ledger.read(stream)));
  const expunged = new Map(histories.flat().flatMap((event) => expungedBy(event)));
  const left = changes.filter(({ wanted, inserts }) => inserts === undefined || !expunged.has(keyOf(wanted)));
  const events = new Map(histories.flat().map((event) => [eventKey(event.stream, event.version), event]));
  const { text, summary } = await writePart(ledger, scope, left, events);
  const missing = changes.filter((change) => !left.includes(change)).map(({ wanted }) => expunged.get(keyOf(wanted)));
  return {
    ori: scope.ori,
    text,
    sha256: summary.sha256,
    expunged: missing.filter((each) => each !== undefined),
  };
}

function expungedBy(event: LedgerEvent): [string, Expunged][] {
  if (event.type !== 'ReportExpunged') return [];
  const { stream, data } = event;
  return [[keyOf({ stream, part: data.part }), { stream, order: data.order }]];
}
