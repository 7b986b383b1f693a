import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Clock } from '../../shared/ports.ts';
import { findProfile, stateLevels } from '../../shared/state/index.ts';
import { type ExitCode, exitCodes, worse } from '../exit-codes.ts';
import { type InputFile, inputFiles, oriArgument, periodArgument, stateArgument } from '../input.ts';
import { findingJson, refusalFinding } from '../print/finding-line.ts';
import { type RunResult, runSummary } from '../print/run-summary.ts';
import type { Terminal } from '../print/terminal.ts';
import { type FiledFile, fileAll } from '../repository/filing.ts';
import { readFindings } from '../repository/findings.ts';
import { outcomeOf, unaccounted } from '../repository/outcome.ts';
import type { Repository } from '../repository/repository.ts';
import { defaultSubmitter } from '../repository/submitter.ts';
import { copyFromOutbox, type TransmissionResult, transmit } from '../repository/transmissions.ts';

interface Options {
  in: string[];
  period: string;
  out: string;
  state?: string;
  submitter?: string;
  data?: string;
}

/** `nibrs run`: files in at one end, the FBI's file of the month out at the other, through the whole repository, once. */
export function runCommand(terminal: Terminal, clock: Clock, exit: (code: ExitCode) => void): Command {
  return new Command('run')
    .description('Run the whole repository once: file submissions and write the FBI’s file of a month.')
    .requiredOption('--in <path...>', 'submission files in their order, or directories, which are read by file name')
    .requiredOption('--period <month>', 'the month to send, YYYY-MM', periodArgument)
    .requiredOption('--out <directory>', 'where the FBI’s file, manifest.json and submissions.json go')
    .option('--state <code>', 'also keep the state elements of this state, for example MO', stateArgument)
    .option('--submitter <ori>', 'ORI of the state program (default: the state, then UCR0001)', oriArgument)
    .option('--data <directory>', 'where the ledger is kept (default: .ledger in the output directory)')
    .action(async (options: Options) => {
      const files = await inputFiles(options.in);
      const result = await run(files, options, { terminal, clock });
      await terminal.print(...runSummary(result, terminal));
      exit(exitCodeOf(result));
    });
}

async function run(
  files: readonly InputFile[],
  options: Options,
  { terminal, clock }: { terminal: Terminal; clock: Clock },
): Promise<RunResult> {
  const profile = options.state === undefined ? undefined : findProfile(options.state);
  await mkdir(options.out, { recursive: true });
  const started = clock().getTime();
  // Loaded only when it is needed: with it come the AWS SDK and the local cloud.
  const { openRepository } = await import('../repository/repository.ts');
  const repository = await openRepository({
    directory: options.data ?? join(options.out, '.ledger'),
    state: options.state,
    submitter: options.submitter ?? (await defaultSubmitter(options.state, files)),
    clock,
  });
  try {
    const ready = clock().getTime();
    const filed = await fileAll(repository, files, { stateLevels: stateLevels(profile), terminal });
    const outcomes = filed.map(outcomeOf);
    const transmission = await transmit(repository, { period: options.period, year: clock().getUTCFullYear() });
    await writeFile(join(options.out, 'submissions.json'), `${JSON.stringify(outcomes, null, 2)}\n`);
    await writeFile(join(options.out, 'findings.jsonl'), findingLinesOf(repository, filed));
    await copyTransmission(repository, transmission, options.out);
    return {
      period: options.period,
      directory: options.out,
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
  for (const { file, submission } of filed) {
    if (submission.refused) yield `${findingJson(file.name, refusalFinding(submission.refused))}\n`;
    for await (const finding of readFindings(repository, submission.findingsKeys)) {
      yield `${findingJson(file.name, finding)}\n`;
    }
  }
}

function exitCodeOf({ outcomes, transmission, deadLetters, unaccounted }: RunResult): ExitCode {
  const unfinished = transmission.outcome === 'refused' || transmission.outcome === 'unfinished';
  const codes = [
    deadLetters.length > 0 || unaccounted.length > 0 || unfinished ? exitCodes.failed : exitCodes.clean,
    outcomes.some(({ refusal }) => refusal !== null) ? exitCodes.unusable : exitCodes.clean,
    outcomes.some(({ rejected }) => rejected > 0) ? exitCodes.findings : exitCodes.clean,
  ];
  return codes.reduce(worse);
}
