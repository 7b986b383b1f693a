import { CorruptDataError } from '../errors.ts';
import { isPresent, type PresentEvent } from '../extract/changes.ts';
import { fold } from '../ledger/decider.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { type ReportState, reportFold } from '../ledger/reports/state.ts';
import { readReport, segmentsOf } from '../nibrs/flatfile/federal.ts';
import type { FederalReport, Period, SubmittedReport } from '../nibrs/model/index.ts';
import { joinStateHalf, parseStateHalf, type StateHalf, type StateProfile, type StateValue } from '../state/index.ts';

/** A report that is on file, as it stands: the event with its content, and what came apart from it, oldest first. */
export interface StandingReport {
  part: string;
  period: Period;
  content: PresentEvent;
  supplements: readonly LedgerEvent[];
}

/** A value, and the event that it came with. */
export interface RecordedValue extends StateValue {
  event: LedgerEvent;
}

/** A standing report whose federal half was opened. */
export interface FederalStanding extends StandingReport {
  federal: FederalReport;
}

/** A standing report of which all was opened. */
export interface OpenedReport extends FederalStanding {
  values: RecordedValue[];
}

/** The reports that a stream leaves on file, and its state. */
export function standingIn(events: readonly LedgerEvent[]): { state: ReportState; reports: StandingReport[] } {
  const state = fold(reportFold, events);
  const supplements = events.filter(({ type }) => type === 'StateElementsSupplied');
  const reports = [...state.parts].flatMap(([part, { status, version, period }]) => {
    const content = events[version - 1];
    return status === 'present' && content && isPresent(content) ? [{ part, period, content, supplements }] : [];
  });
  return { state, reports };
}

/** Opens the federal halves of reports. Throws `CorruptDataError` where one cannot be read. */
export async function openFederal(ledger: Ledger, reports: readonly StandingReport[]): Promise<FederalStanding[]> {
  const halves = await ledger.openFederal(reports.map(({ content }) => content));
  return reports.map((report, index) => {
    const lines = halves[index]?.split('\n');
    if (lines) return { ...report, federal: readReport(lines) };
    throw new CorruptDataError(`${nameOf(report.content)} has no federal half: restore it from a backup`);
  });
}

/**
 * Opens the state halves of reports and of their supplements, and joins them. Throws `CorruptDataError` where one cannot be read,
 * without a word of what it says.
 */
export async function openElements(
  ledger: Ledger,
  profile: StateProfile,
  reports: readonly FederalStanding[],
): Promise<OpenedReport[]> {
  const events = [...new Set(reports.flatMap(({ content, supplements }) => [content, ...supplements]))];
  const texts = await ledger.openState(events);
  const halves = new Map(events.map((event, index) => [event, halfOf(texts[index])]));
  return reports.map((report) => ({ ...report, values: valuesOf(profile, report, halves) }));
}

/** Each value that counts, with the event it came with. */
function valuesOf(
  profile: StateProfile,
  { content, supplements, federal }: FederalStanding,
  halves: ReadonlyMap<LedgerEvent, StateHalf | undefined>,
): RecordedValue[] {
  const recorded = (event: LedgerEvent) => halves.get(event)?.values.map((value) => ({ ...value, event })) ?? [];
  return joinStateHalf(profile, asSubmitted(content, federal), recorded(content), supplements.map(recorded));
}

function asSubmitted({ data }: PresentEvent, federal: FederalReport): SubmittedReport {
  const { ori, number } = data;
  return { kind: federal.kind, ori, number, action: 'I', segments: segmentsOf(federal) };
}

function halfOf(text: string | undefined): StateHalf | undefined {
  return text === undefined ? undefined : parseStateHalf(text);
}

function nameOf({ stream, version }: LedgerEvent): string {
  return `event ${version} of ${stream}`;
}
