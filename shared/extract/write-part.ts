import { createHash } from 'node:crypto';
import type { Payload } from '../../events/catalog.ts';
import { compareText } from '../compare.ts';
import { CorruptDataError } from '../errors.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { dateOf, deletionOf, readReport, withSubmission, writeReport } from '../nibrs/flatfile/federal.ts';
import { type FederalReport, monthOf, type Period } from '../nibrs/model/index.ts';
import { type Change, eventAt, eventKey, isPresent } from './changes.ts';
import type { PartSummary } from './manifest.ts';
import { reportKeyOf } from './report-key.ts';

/**
 * The FBI does not say how lines end; CRLF is what the files of its own examples and of the states have.
 */
const lineEnd = '\r\n';

/** What a part says of one report, as the ledger keeps it. */
export type WrittenReport = Payload<'ReportsWritten'>['reports'][number];

/** One agency's share of a transmission. */
export interface Part {
  /** Flat-file lines, each with its line end; one character is one byte. */
  text: string;
  summary: PartSummary;
  /** What the FBI has of these reports once it has the part. */
  written: WrittenReport[];
}

/**
 * Writes what an agency's part says. Only federal halves are opened, and the writer takes nothing else. `events` are those
 * which the changes speak of.
 * Throws `CorruptDataError` when the ledger does not have the content of a report.
 */
export async function writePart(
  ledger: Pick<Ledger, 'openFederal'>,
  { ori, period }: { ori: string; period: Period },
  changes: readonly Change[],
  events: ReadonlyMap<string, LedgerEvent>,
): Promise<Part> {
  const contents = await openContents(ledger, changes, events);
  const contentOf = ({ wanted: { stream }, inserts }: Change) =>
    inserts === undefined ? undefined : contents.get(eventKey(stream, inserts));
  const [sent, withheld] = withoutNeedlessZero(changes, contentOf);

  const reports = sent.flatMap((change) => {
    const { wanted, deletes } = change;
    const before = deletes === undefined ? undefined : reportKeyOf(eventAt(events, wanted.stream, deletes));
    const after = contentOf(change);
    return [before && deletionOf(before, period), after && withSubmission(after, { period, action: actionOf(after) })];
  });
  const filed = reports.filter((report) => report !== undefined);
  const lines = filed.flatMap(writeReport);
  const text = lines.map((line) => line + lineEnd).join('');
  const summary: PartSummary = {
    ori,
    reports: filed.length,
    records: lines.length,
    bytes: text.length,
    sha256: createHash('sha256').update(text, 'latin1').digest('hex'),
    strippedStateElements: sent.reduce((sum, change) => sum + stateElementsOf(change, events), 0),
    versions: versionsOf(sent),
  };
  return { text, summary, written: [...sent.map(writtenOf), ...withheld.map(withheldOf)] };
}

/**
 * What happened in a month contradicts that month's zero report: it is withheld. Old incidents that the agency only
 * reports now do not (edits 028 and 029 go by the dates of incident and arrest).
 */
function withoutNeedlessZero(
  changes: readonly Change[],
  insertedBy: (change: Change) => FederalReport | undefined,
): [sent: Change[], withheld: Change[]] {
  const dates = changes.map(insertedBy).map((report) => report && dateOf(report));
  const months = new Set(dates.filter((date) => date !== undefined).map(monthOf));
  const isNeedless = ({ kind, inserts, wanted: { stream } }: Change) =>
    kind === 'zero' && inserts !== undefined && months.has(stream.slice(-'YYYY-MM'.length));
  return [changes.filter((change) => !isNeedless(change)), changes.filter(isNeedless)];
}

/** By `eventKey`, the content of every report that is sent. */
async function openContents(
  ledger: Pick<Ledger, 'openFederal'>,
  changes: readonly Change[],
  events: ReadonlyMap<string, LedgerEvent>,
): Promise<Map<string, FederalReport>> {
  const needed = changes.flatMap(({ wanted: { stream }, inserts }) =>
    inserts === undefined ? [] : [eventAt(events, stream, inserts)],
  );
  const halves = await ledger.openFederal(needed);
  return new Map(
    needed.map(({ stream, version }, index) => {
      const half = halves[index];
      if (half !== undefined) return [eventKey(stream, version), readReport(half.split('\n'))];
      throw new CorruptDataError(`Event ${version} of stream ${stream} has no federal half.`);
    }),
  );
}

/** I for incidents, A for arrests and zero reports (specification 3.3.1.3). */
function actionOf(report: FederalReport): string {
  return report.kind === 'incident' ? 'I' : 'A';
}

function stateElementsOf({ wanted: { stream }, inserts }: Change, events: ReadonlyMap<string, LedgerEvent>): number {
  const event = inserts === undefined ? undefined : eventAt(events, stream, inserts);
  return event && isPresent(event) ? event.data.stateElements : 0;
}

/** What the ledger keeps of what the FBI is told of a report. */
export function writtenOf({ wanted: { stream, part, version, status }, deletes }: Change): WrittenReport {
  return { stream, part, version, status, ...(deletes !== undefined && { deletes }) };
}

function withheldOf({ wanted: { stream, part, version } }: Change): WrittenReport {
  return { stream, part, version, status: 'withheld' };
}

function versionsOf(changes: readonly Change[]): Record<string, number> {
  const versions = new Map<string, number>();
  for (const { wanted } of changes) {
    versions.set(wanted.stream, Math.max(wanted.version, versions.get(wanted.stream) ?? 0));
  }
  return Object.fromEntries([...versions].sort(([a], [b]) => compareText(a, b)));
}
