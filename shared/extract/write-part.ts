import { createHash } from 'node:crypto';
import { compareText } from '../compare.ts';
import { CorruptDataError } from '../errors.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { dateOf, deletionOf, readReport, withSubmission, writeReport } from '../nibrs/flatfile/federal.ts';
import { type FederalReport, monthOf, type Period } from '../nibrs/model/index.ts';
import type { MonthAction } from './fold.ts';
import type { PartSummary } from './manifest.ts';

/**
 * The FBI does not say how lines end; CRLF is what the files of its own examples and of the states have.
 */
const lineEnd = '\r\n';

/** One agency's share of a transmission. */
export interface Part {
  /** Flat-file lines, each with its line end; one character is one byte. */
  text: string;
  summary: PartSummary;
}

/**
 * Writes what an agency's month sends. Only federal halves are opened, and the writer takes nothing else.
 * Throws `CorruptDataError` when the ledger does not have the content of a report.
 */
export async function writePart(
  ledger: Ledger,
  { ori, period }: { ori: string; period: Period },
  ofMonth: readonly MonthAction[],
): Promise<Part> {
  const deleted = await deletedReports(ledger, ofMonth);
  const inserted = await insertedReports(ledger, ofMonth);
  const actions = withoutNeedlessZero(ofMonth, [...inserted.values()]);
  const reports = actions.flatMap(({ stream, part }) => {
    const [before, after] = [deleted.get(stream + part), inserted.get(stream + part)];
    return [before && deletionOf(before, period), after && withSubmission(after, { period, action: actionOf(after) })];
  });

  const written = reports.filter((report) => report !== undefined);
  const lines = written.flatMap(writeReport);
  const text = lines.map((line) => line + lineEnd).join('');
  const summary: PartSummary = {
    ori,
    reports: written.length,
    records: lines.length,
    bytes: text.length,
    sha256: createHash('sha256').update(text, 'latin1').digest('hex'),
    strippedStateElements: actions.reduce((sum, { inserts }) => sum + (inserts?.data.stateElements ?? 0), 0),
    versions: versionsOf(actions),
  };
  return { text, summary };
}

/**
 * What happened in a month contradicts that month's zero report: it is not sent. Old incidents that the agency only
 * reports now do not (edits 028 and 029 go by the dates of incident and arrest).
 */
function withoutNeedlessZero(actions: readonly MonthAction[], inserted: readonly FederalReport[]): MonthAction[] {
  const dates = inserted.map(dateOf).filter((date) => date !== undefined);
  const months = new Set(dates.map(monthOf));
  return actions.filter(({ kind, number, inserts }) => kind !== 'zero' || !inserts || !months.has(number));
}

/** By stream and part, the reports that the FBI has from earlier months and must delete. */
async function deletedReports(ledger: Ledger, actions: readonly MonthAction[]): Promise<Map<string, FederalReport>> {
  const deletions = actions.filter(({ deletes }) => deletes !== undefined);
  const events = await Promise.all(
    deletions.map(async ({ stream, deletes }) => {
      const event = (await ledger.read(stream)).find(({ version }) => version === deletes);
      if (event) return event;
      throw new CorruptDataError(`Stream ${stream} has no event ${deletes}, which a later one replaces or deletes.`);
    }),
  );
  return openReports(ledger, deletions, events);
}

/** By stream and part, the reports that are sent as new. */
async function insertedReports(ledger: Ledger, actions: readonly MonthAction[]): Promise<Map<string, FederalReport>> {
  const insertions = actions.filter(({ inserts }) => inserts !== undefined);
  const events = insertions.map(({ inserts }) => inserts).filter((event) => event !== undefined);
  return openReports(ledger, insertions, events);
}

async function openReports(
  ledger: Ledger,
  actions: readonly MonthAction[],
  events: readonly LedgerEvent[],
): Promise<Map<string, FederalReport>> {
  const halves = await ledger.openFederal(events);
  return new Map(
    actions.map(({ stream, part }, index) => {
      const half = halves[index];
      if (half !== undefined) return [stream + part, readReport(half.split('\n'))];
      throw new CorruptDataError(`Event ${events[index]?.version} of stream ${stream} has no federal half.`);
    }),
  );
}

/** I for incidents, A for arrests and zero reports (specification 3.3.1.3). */
function actionOf(report: FederalReport): string {
  return report.kind === 'incident' ? 'I' : 'A';
}

function versionsOf(actions: readonly MonthAction[]): Record<string, number> {
  const versions = new Map<string, number>();
  for (const { stream, version } of actions) versions.set(stream, Math.max(version, versions.get(stream) ?? 0));
  return Object.fromEntries([...versions].sort(([a], [b]) => compareText(a, b)));
}
