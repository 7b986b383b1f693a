import { knownAgencies } from '../agencies/known-agencies.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import type { ReportCommand } from '../ledger/reports/command.ts';
import type { Agencies } from '../nibrs/edits/index.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { dayOf } from '../nibrs/model/index.ts';
import { codeOf, lacksWith, parseStateHalf, type StateHalf, type StateProfile } from '../state/index.ts';
import { commandOf } from './commands.ts';
import { type ExaminedReport, examineReport, withFailure, withVerdict } from './examine.ts';
import { type Change, fileReports } from './file-reports.ts';
import type { ReportsChunk } from './messages.ts';
import type { SettleDependencies, Settled } from './settled.ts';

/** Examines the reports of a chunk and files the clean ones in the name of `by`. */
export async function settleReports(
  deps: SettleDependencies,
  chunk: ReportsChunk,
  sources: readonly SourceReport[],
  by: string,
): Promise<{ settled: Settled[]; changes: Change[] }> {
  const agencies = await knownAgencies(deps.ledger, sources);
  const prepared = sources.map((source) => prepare(deps, { ...chunk, agencies }, source, by));
  const clean = prepared.filter(({ command }) => command !== undefined);
  const commands = clean.map(({ command }) => command).filter((command) => command !== undefined);

  const { verdicts, changes, supplements } = await fileReports(deps.ledger, commands);
  const accepted = supplements.map((events, index) => (verdicts[index]?.outcome === 'refused' ? [] : events));
  const opened = await openSupplements(deps.ledger, accepted);
  const places = new Map(clean.map((report, index) => [report, index]));
  const settled = prepared.map((report): Settled => {
    const place = places.get(report) ?? -1;
    const verdict = verdicts[place];
    if (!verdict) return { examined: report.examined };
    return {
      examined: withVerdict(withSupplements(report.examined, opened[place] ?? [], deps.profile), verdict),
      verdict,
    };
  });
  return { settled, changes };
}

/** The halves of the supplements of each report, opened all at once. */
async function openSupplements(
  ledger: Ledger,
  supplements: readonly (readonly LedgerEvent[])[],
): Promise<StateHalf[][]> {
  const events = [...new Set(supplements.flat())];
  if (events.length === 0) return [];
  const texts = await ledger.openState(events);
  const halves = new Map(events.map((event, index) => [event, parseStateHalf(texts[index] ?? '')]));
  return supplements.map((own) => own.map((event) => halves.get(event)).filter((half) => half !== undefined));
}

/** The report without those of its warnings that it lacks something which has come in a supplement. */
function withSupplements(
  examined: ExaminedReport,
  supplements: readonly StateHalf[],
  profile: StateProfile | undefined,
): ExaminedReport {
  const { source, findings } = examined;
  if (!profile || supplements.length === 0 || source.report.action === 'D') return examined;
  const others = findings.filter(({ code }) => code !== codeOf(profile, 'missing'));
  return { ...examined, findings: [...others, ...lacksWith(profile, source, supplements)] };
}

interface Prepared {
  examined: ExaminedReport;
  /** Absent when the report is rejected. */
  command?: ReportCommand | undefined;
}

function prepare(
  { clock, profile, fingerprint, log }: SettleDependencies,
  chunk: ReportsChunk & { agencies: Agencies | undefined },
  source: SourceReport,
  by: string,
): Prepared {
  const at = clock().toISOString();
  const { submission, period, stateCode, agencies } = chunk;
  let examined = examineReport(source, { period, today: dayOf(at), stateCode, profile, agencies });
  try {
    const { federal, state } = examined;
    const filing = { submission, period, at, by, fingerprint };
    if (federal) return { examined, command: commandOf({ source, federal, state }, filing) };
  } catch (error) {
    examined = withFailure(examined, error);
  }
  if (examined.failure) {
    log.error('A report could not be processed', { record: source.records[0]?.number, error: examined.failure });
  }
  return { examined };
}
