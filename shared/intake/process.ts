import type { Tally } from '../../events/submission.ts';
import { ConfigurationError } from '../errors.ts';
import type { MonthNotice } from '../extract/messages.ts';
import { fold } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import { submissionStream } from '../ledger/streams.ts';
import { recordChunk, submissionFold } from '../ledger/submissions.ts';
import type { Objects, Outgoing, Queue } from '../ports.ts';
import { stateLevels } from '../state/index.ts';
import type { Change } from './file-reports.ts';
import { mayFile, partForeign, settleForeign } from './foreign.ts';
import type { ReportsChunk } from './messages.ts';
import { readChunk, readSupplementChunk } from './read-ranges.ts';
import { rejectedIn } from './rejected.ts';
import { settleReports } from './settle-reports.ts';
import { settleSupplements } from './settle-supplements.ts';
import type { SettleDependencies, Settled } from './settled.ts';
import { tallyOf } from './tally.ts';

export interface ProcessDependencies extends SettleDependencies {
  objects: Objects;
  months: Queue<MonthNotice>;
  /** Where findings go. */
  workBucket: string;
}

/** Entries in one notice: some 100 bytes each, far below the size of a message. */
const entriesPerNotice = 1_000;
const by = 'process-reports';

/**
 * Processes one chunk, of reports or of a supplement: reads it, runs the edits, files what is right in the ledger, and then, in this order,
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

  // An order may have had the file written anew under its key; whatever it left is where it was.
  const file = submission.redactions.size > 0 ? { ...chunk, versionId: undefined } : chunk;
  const { settled, changes } = await settle(deps, file);
  const tally = tallyOf(settled, deps.profile);

  const findingsKey = await writeFindings(deps, chunk, settled);
  await deps.months.send(noticesOf(chunk, changes));
  const { ori, period, columns, oris } = chunk;
  // What somebody else sends in an agency's name must not show in its month.
  const ofMonth = columns || !mayFile(oris, ori) ? {} : { period, rejected: rejectedIn(settled) };
  const data = { chunk: chunk.chunk, ori, ...ofMonth, tally, findingsKey };
  const stamp = { at: deps.clock().toISOString(), by, cause: { submission: chunk.submission } };
  await execute(deps.ledger, stream, submissionFold, (state) => recordChunk(state, data, stamp));
  return tally;
}

async function settle(
  deps: ProcessDependencies,
  chunk: ReportsChunk,
): Promise<{ settled: Settled[]; changes: readonly Change[] }> {
  const { objects, profile } = deps;
  const { columns, oris } = chunk;
  if (!columns) {
    const { own, foreign } = partForeign(await readChunk(objects, chunk, stateLevels(profile)), oris);
    const { settled, changes } = await settleReports(deps, chunk, own, by);
    return { settled: [...settled, ...foreign.map(settleForeign)], changes };
  }
  if (!profile) {
    throw new ConfigurationError('A chunk is of a supplement and there is no state profile: set STATE_PROFILE.');
  }
  const { own, foreign } = partForeign(await readSupplementChunk(objects, chunk, columns), oris);
  const settled = await settleSupplements({ ...deps, profile }, { ...chunk, columns }, own, by);
  // The FBI gets nothing of a supplement, so no month changes.
  return { settled: [...settled, ...foreign.map(settleForeign)], changes: [] };
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
