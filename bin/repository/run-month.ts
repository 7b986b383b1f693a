import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeadLetter } from '../../local/index.ts';
import { readFindings } from '../../shared/findings/stored.ts';
import { findingJson, refusalFinding } from '../../shared/intake/finding-line.ts';
import type { Clock } from '../../shared/ports.ts';
import { findProfile, stateLevels } from '../../shared/state/index.ts';
import { findingsKeysOf } from '../../shared/submissions/read-submission.ts';
import type { InputFile } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import { type FiledFile, fileAll } from './filing.ts';
import { type FileOutcome, outcomeOf, unaccounted } from './outcome.ts';
import type { Repository } from './repository.ts';
import { defaultSubmitter } from './submitter.ts';
import { copyFromOutbox, type TransmissionResult, transmit } from './transmissions.ts';

export interface RunOptions {
  /** The month to send, `YYYY-MM`. */
  period: string;
  /** Where the FBI's file and what is told of the run are written. */
  out: string;
  /** State profile, two letters; absent where no state elements are collected. */
  state?: string | undefined;
  /** ORI of the state program; made of the state when it is absent. */
  submitter?: string | undefined;
  /** Where the ledger is kept; `.ledger` in the output directory when it is absent. */
  data?: string | undefined;
}

/** All that a run did. */
export interface RunResult {
  period: string;
  /** Where the files were written. */
  directory: string;
  outcomes: FileOutcome[];
  transmission: TransmissionResult;
  deadLetters: DeadLetter[];
  /** One sentence per file whose records are not all accounted for; there should never be one. */
  unaccounted: string[];
  milliseconds: { start: number; work: number };
}

/** Files these submissions, sends the month, and writes what came of it, through the whole repository, once. */
export async function runMonth(
  files: readonly InputFile[],
  { period, out, state, submitter, data }: RunOptions,
  { terminal, clock }: { terminal: Terminal; clock: Clock },
): Promise<RunResult> {
  const profile = state === undefined ? undefined : findProfile(state);
  await mkdir(out, { recursive: true });
  const started = clock().getTime();
  // Loaded only when it is needed: with it come the AWS SDK and the local cloud.
  const { startRepository } = await import('./repository.ts');
  const repository = await startRepository({
    directory: data ?? join(out, '.ledger'),
    state,
    submitter: submitter ?? (await defaultSubmitter(state, files)),
    clock,
  });
  try {
    const ready = clock().getTime();
    const filed = await fileAll(repository, files, { stateLevels: stateLevels(profile), terminal });
    const outcomes = filed.map(outcomeOf);
    const transmission = await transmit(repository, { period, year: clock().getUTCFullYear() });
    await writeFile(join(out, 'submissions.json'), `${JSON.stringify(outcomes, null, 2)}\n`);
    await writeFile(join(out, 'findings.jsonl'), findingLinesOf(repository, filed));
    await copyTransmission(repository, transmission, out);
    return {
      period,
      directory: out,
      outcomes,
      transmission,
      deadLetters: await repository.deadLetters(),
      unaccounted: unaccounted(outcomes),
      milliseconds: { start: ready - started, work: clock().getTime() - ready },
    };
  } finally {
    await repository.stop();
  }
}

async function copyTransmission(repository: Repository, result: TransmissionResult, directory: string): Promise<void> {
  if (result.outcome !== 'sealed') return;
  const { key, fileName, manifestKey } = result.sealed;
  await copyFromOutbox(repository, key, join(directory, fileName));
  await copyFromOutbox(repository, manifestKey, join(directory, 'manifest.json'));
}

/** What `validate --format json` would print, with what the ledger found besides. */
async function* findingLinesOf(repository: Repository, filed: readonly FiledFile[]): AsyncGenerator<string> {
  const sources = { objects: repository.objects, workBucket: repository.buckets.work };
  for (const { file, submission } of filed) {
    if (submission.refused) yield `${findingJson(file.name, refusalFinding(submission.refused))}\n`;
    for await (const finding of readFindings(sources, findingsKeysOf(submission))) {
      yield `${findingJson(file.name, finding)}\n`;
    }
  }
}
