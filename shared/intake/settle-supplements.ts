import type { Stamp } from '../ledger/decider.ts';
import { type SourceSupplement, type StateProfile, stateHalfText } from '../state/index.ts';
import { demandFits } from './commands.ts';
import { type ExaminedSupplement, examineSupplement, isRejected, withFailure } from './examine.ts';
import { fileSupplements, type SupplementToFile } from './file-supplements.ts';
import type { ReportsChunk } from './messages.ts';
import type { SettleDependencies, Settled } from './settled.ts';

type Dependencies = SettleDependencies & { profile: StateProfile };
type SupplementChunk = ReportsChunk & { columns: readonly string[] };

/** Examines the rows of a chunk, by the numbers that they are for, and files what is right of them in the name of `by`. */
export async function settleSupplements(
  deps: Dependencies,
  chunk: SupplementChunk,
  sources: readonly SourceSupplement[],
  by: string,
): Promise<Settled[]> {
  const prepared = sources.map((source) => prepare(deps, chunk, source, by));
  const toFile = prepared.flatMap(({ toFile }) => toFile ?? []);
  const filed = await fileSupplements(deps, toFile);
  const filedOf = new Map(toFile.map((supplement, index) => [supplement, filed[index]]));
  return prepared.map(({ examined, toFile }): Settled => {
    const { findings = [], state, verdict } = (toFile && filedOf.get(toFile)) ?? {};
    const settled = { ...examined, findings: [...examined.findings, ...findings], state };
    if (verdict || isRejected(settled)) return { examined: settled, verdict };
    return { examined: settled, verdict: { outcome: 'unchanged' } };
  });
}

interface Prepared {
  examined: ExaminedSupplement;
  /** Absent when there is nothing that could be filed. */
  toFile?: SupplementToFile | undefined;
}

function prepare(
  { profile, fingerprint, clock, log }: Dependencies,
  { columns, period, submission }: SupplementChunk,
  source: SourceSupplement,
  by: string,
): Prepared {
  const { given, ...read } = examineSupplement(source, { profile, columns, period });
  const examined = read.state ? fitting(read, stateHalfText(read.state)) : read;
  const [first] = source.records;
  if (examined.failure) {
    log.error('A supplement could not be processed', { record: first?.number, error: examined.failure });
  }
  if (!examined.state) return { examined };
  const cells = source.rows.map((row) => row.cells.map(({ text }) => text).join(',')).join('\n');
  const cause = { submission, record: first?.number, source: fingerprint(cells) };
  const stamp: Stamp = { at: clock().toISOString(), by, cause };
  return { examined, toFile: { source, given, stamp } };
}

function fitting(examined: ExaminedSupplement, text: string): ExaminedSupplement {
  try {
    demandFits(text);
    return examined;
  } catch (error) {
    return withFailure(examined, error);
  }
}
