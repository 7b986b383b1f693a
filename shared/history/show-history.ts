import { compareText } from '../compare.ts';
import { isPresent, type PresentEvent } from '../extract/changes.ts';
import { effectOf } from '../extract/said.ts';
import type { WrittenReport } from '../extract/write-part.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { kindOfPart, reportStream } from '../ledger/streams.ts';
import { contentOf, readReport } from '../nibrs/flatfile/federal.ts';
import type { FederalReport } from '../nibrs/model/index.ts';
import type { Clock } from '../ports.ts';
import { compareReports } from './compare-reports.ts';
import { historyOf, uploadsOf } from './history.ts';
import type { HistoryItem, ReadHistoryRequest, StateChange } from './messages.ts';
import { type Sending, sendingsOf } from './sendings.ts';

/** A version of a report and what it says; nothing where an order has had it expunged. */
interface Version {
  event: PresentEvent;
  lines: readonly string[] | undefined;
}

/**
 * What became of all that an agency has reported under a number, or of its zero report where the number is a month: from
 * version to version, element by element, and when it went to the FBI. Federal halves are opened and state halves are
 * not: of state elements it says how many there are. Empty when nothing is on file.
 * Throws `CorruptDataError` when a content cannot be read that was not expunged.
 */
export async function showHistory(
  { ledger, clock }: { ledger: Ledger; clock: Clock },
  { ori, number }: ReadHistoryRequest,
): Promise<HistoryItem[]> {
  const streams = [reportStream('incident', ori, number), reportStream('zero', ori, number)];
  const items = await Promise.all(
    streams.map(async (stream) => {
      const events = await ledger.read(stream);
      const sendings = await sendingsOf(ledger, { ori, events }, clock().getUTCFullYear());
      return [...(await itemsOf(ledger, events)), ...sendings.flatMap((sending) => itemsOfSending(sending, events))];
    }),
  );
  return items.flat().sort((a, b) => compareText(a.at, b.at) || rankOf(a) - rankOf(b));
}

/** What was sent comes before its answer, also where a clock has not moved in between. */
function rankOf({ happened }: HistoryItem): number {
  return ['sent', 'answered', 'acknowledged'].indexOf(happened);
}

async function itemsOf(ledger: Ledger, events: readonly LedgerEvent[]): Promise<HistoryItem[]> {
  const history = historyOf(events, await uploadsOf(ledger, events));
  const versions = await openVersions(ledger, events);
  const supplements = supplementsIn(events);
  const findings = new Map(
    events.flatMap((event) => (event.type === 'FederalFindingsRecorded' ? [[event.version, event.data] as const] : [])),
  );
  return history.map((entry): HistoryItem => {
    const answer = findings.get(entry.version);
    if (answer) return { ...entry, transmission: answer.transmission, findings: answer.findings };
    const { before, after } = versions.get(entry.version) ?? {};
    return after ? { ...entry, ...changeOf(before, after) } : { ...entry, state: supplements.get(entry.version) };
  });
}

/** By the number of its event, each version of a part of a report with the one before, deleted in between or not. */
async function openVersions(
  ledger: Ledger,
  events: readonly LedgerEvent[],
): Promise<Map<number, { before: Version | undefined; after: Version }>> {
  const contents = events.filter(isPresent);
  const isExpunged = events.some(({ type }) => type === 'ReportExpunged');
  const halves = isExpunged ? [] : await ledger.openFederal(contents);
  const last = new Map<string, Version>();
  return new Map(
    contents.map((event, index) => {
      const after = { event, lines: halves[index]?.split('\n') };
      const before = last.get(event.data.part);
      last.set(event.data.part, after);
      return [event.version, { before, after }];
    }),
  );
}

function changeOf(before: Version | undefined, after: Version): Pick<HistoryItem, 'changes' | 'state' | 'gone'> {
  const state = stateChangeOf(before, after);
  if (!after.lines) return { state, gone: true };
  return { state, changes: compareReports(reportOf(before), readReport(after.lines)) };
}

function reportOf(version: Version | undefined): FederalReport | undefined {
  return version?.lines && readReport(version.lines);
}

/**
 * What the counts and fingerprints tell of the state elements: a fingerprint is of both halves, so of two versions with
 * the same federal half it tells whether the state half is the same.
 */
function stateChangeOf(before: Version | undefined, { event, lines }: Version): StateChange | undefined {
  const [old, now] = [before?.event.data.stateElements ?? 0, event.data.stateElements];
  const counts = { before: old, after: now };
  if (old === 0 || now === 0) {
    return old === now ? undefined : { ...counts, change: old === 0 ? 'given' : 'withdrawn' };
  }
  if (before?.event.data.contentHash === event.data.contentHash) return { ...counts, change: 'none' };
  const isFederalSame = before?.lines && lines && contentOf(before.lines) === contentOf(lines);
  return { ...counts, change: isFederalSame || old !== now ? 'changed' : 'unknown' };
}

/** What each supplement does to the one before, by the number of its event: the same one again is no event. */
function supplementsIn(events: readonly LedgerEvent[]): Map<number, StateChange> {
  const supplements = events.filter((event) => event.type === 'StateElementsSupplied');
  return new Map(
    supplements.map(({ version, data }, index) => {
      const before = supplements[index - 1]?.data.stateElements ?? 0;
      return [version, { before, after: data.stateElements, change: before === 0 ? 'given' : 'changed' }];
    }),
  );
}

/** That reports of a stream were sent, and that the FBI has answered the file. */
function itemsOfSending({ transmission, events, said }: Sending, ofReport: readonly LedgerEvent[]): HistoryItem[] {
  return events.flatMap((event): HistoryItem[] => {
    const { at, by } = event;
    const placed = said.map((report) => ({ at, by, transmission, ...placeOf(report, transmission), report }));
    if (event.type === 'TransmissionSealed') {
      const file = event.data.fileName;
      return placed.map(({ report, ...item }) => ({ ...item, happened: 'sent', file, effect: effectOf(report) }));
    }
    if (event.type !== 'TransmissionAcknowledged') return [];
    const { answer: file, dataSet, processedOn } = event.data;
    const severity = dataSet === 'errors' ? 'error' : 'warning';
    return placed
      .filter(({ report }) => report.status !== 'withheld')
      .map(({ report: { part }, ...item }) => {
        const found = countFindings(ofReport, { transmission, part, severity });
        return { ...item, happened: 'acknowledged', file, answer: { dataSet, processedOn, found } };
      });
  });
}

function placeOf({ stream, part, version }: WrittenReport, transmission: string) {
  return { version, kind: kindOfPart(stream, part), part, period: transmission.slice(0, 'YYYY-MM'.length) };
}

function countFindings(
  events: readonly LedgerEvent[],
  { transmission, part, severity }: { transmission: string; part: string; severity: 'error' | 'warning' },
): number {
  const findings = events.flatMap((event) => {
    if (event.type !== 'FederalFindingsRecorded') return [];
    return event.data.transmission === transmission && event.data.part === part ? event.data.findings : [];
  });
  return findings.filter((finding) => finding.severity === severity).length;
}
