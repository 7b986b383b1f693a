import type { Tally } from '../../events/submission.ts';
import type { MonthNotice } from '../extract/messages.ts';
import { fold } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import type { ReportCommand } from '../ledger/reports/command.ts';
import { submissionStream } from '../ledger/streams.ts';
import { recordChunk, submissionFold } from '../ledger/submissions.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { dayOf } from '../nibrs/model/index.ts';
import type { Clock, Fingerprint, Log, Objects, Outgoing, Queue } from '../ports.ts';
import { type StateProfile, stateLevels } from '../state/index.ts';
import { commandOf } from './commands.ts';
import { type ExaminedReport, examineReport, withFailure, withVerdict } from './examine.ts';
import { type Change, fileReports } from './file-reports.ts';
import type { ReportsChunk } from './messages.ts';
import { readChunk } from './read-ranges.ts';
import { type Settled, tallyOf } from './tally.ts';

export interface ProcessDependencies {
  objects: Objects;
  ledger: Ledger;
  months: Queue<MonthNotice>;
  /** Where findings go. */
  workBucket: string;
  profile: StateProfile | undefined;
  fingerprint: Fingerprint;
  clock: Clock;
  log: Log;
}

/** Entries in one notice: some 100 bytes each, far below the size of a message. */
const entriesPerNotice = 1_000;
const by = 'process-reports';

/**
 * Processes one chunk: reads its reports, runs the edits, files the clean ones in the ledger, and then, in this order,
 * writes the findings, tells the months what changed and records the chunk. Whatever happens in between, delivering the
 * chunk again ends in the same ledger; a chunk on record is left alone. Gives what became of the chunk's reports,
 * undefined when it was on record.
 *
 * A report that a fault of ours keeps from being processed is rejected with finding NL01; it does not stop the chunk.
 * Throws what the stores throw, and `TryAgainError` when others write to the same reports.
 */
export async function processChunk(deps: ProcessDependencies, chunk: ReportsChunk): Promise<Tally | undefined> {
  const stream = submissionStream(chunk.submission);
  const submission = fold(submissionFold, await deps.ledger.read(stream));
  if (submission.done.has(chunk.chunk)) return undefined;

  const sources = await readChunk(deps.objects, chunk, stateLevels(deps.profile));
  const { settled, changes } = await settle(deps, chunk, sources);
  const tally = tallyOf(settled);

  const findingsKey = await writeFindings(deps, chunk, settled);
  await deps.months.send(noticesOf(chunk, changes));
  const data = { chunk: chunk.chunk, ori: chunk.ori, tally, findingsKey };
  const stamp = { at: deps.clock().toISOString(), by, cause: { submission: chunk.submission } };
  await execute(deps.ledger, stream, submissionFold, (state) => recordChunk(state, data, stamp));
  return tally;
}

/** Examines reports and files the clean ones. */
async function settle(
  deps: ProcessDependencies,
  chunk: ReportsChunk,
  sources: readonly SourceReport[],
): Promise<{ settled: Settled[]; changes: Change[] }> {
  const prepared = sources.map((source) => prepare(deps, chunk, source));
  const clean = prepared.filter(({ command }) => command !== undefined);
  const commands = clean.map(({ command }) => command).filter((command) => command !== undefined);

  const { verdicts, changes } = await fileReports(deps.ledger, commands);
  const verdictOf = new Map(clean.map((report, index) => [report, verdicts[index]]));
  const settled = prepared.map((report): Settled => {
    const verdict = verdictOf.get(report);
    return { examined: verdict ? withVerdict(report.examined, verdict) : report.examined, verdict };
  });
  return { settled, changes };
}

interface Prepared {
  examined: ExaminedReport;
  /** Absent when the report is rejected. */
  command?: ReportCommand | undefined;
}

function prepare(
  { clock, profile, fingerprint, log }: ProcessDependencies,
  chunk: ReportsChunk,
  source: SourceReport,
): Prepared {
  const at = clock().toISOString();
  const { submission, period, stateCode } = chunk;
  let examined = examineReport(source, { period, today: dayOf(at), stateCode, profile });
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

/** Writes the findings, one a line as JSON, and gives the object's key; undefined when there is none. */
async function writeFindings(
  { objects, workBucket }: ProcessDependencies,
  { submission, chunk }: ReportsChunk,
  settled: readonly Settled[],
): Promise<string | undefined> {
  const findings = settled.flatMap(({ examined }) => examined.findings);
  if (findings.length === 0) return undefined;
  const key = `findings/${submission}/${chunk}.jsonl`;
  const lines = findings.map((finding) => `${JSON.stringify(finding)}\n`);
  await objects.put({ bucket: workBucket, key }, lines.join(''), 'application/x-ndjson');
  return key;
}

function noticesOf({ submission, chunk, ori }: ReportsChunk, changes: readonly Change[]): Outgoing<MonthNotice>[] {
  const notices: Outgoing<MonthNotice>[] = [];
  for (const [period, ofPeriod] of Map.groupBy(changes, (change) => change.period)) {
    const entries = ofPeriod.map(({ entry }) => entry);
    for (let start = 0; start < entries.length; start += entriesPerNotice) {
      const changed = entries.slice(start, start + entriesPerNotice);
      const dedupe = `${submission}-${chunk}-${period}-${start}`;
      notices.push({ body: { ori, period, submission, changed }, group: ori, dedupe });
    }
  }
  return notices;
}
