import { Command } from 'commander';
import type { Clock } from '../../shared/ports.ts';
import { type ExitCode, exitCodes, worse } from '../exit-codes.ts';
import { inputFiles, oriArgument, periodArgument, stateArgument } from '../input.ts';
import { runSummary } from '../print/run-summary.ts';
import type { Terminal } from '../print/terminal.ts';
import { type RunOptions, type RunResult, runMonth } from '../repository/run-month.ts';

interface Options extends RunOptions {
  in: string[];
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
    .action(async ({ in: paths, ...options }: Options) => {
      const result = await runMonth(await inputFiles(paths), options, { terminal, clock });
      await terminal.print(...runSummary(result, terminal));
      exit(runExitCode(result));
    });
}

/** What the exit code says of a run. */
export function runExitCode({ outcomes, transmission, deadLetters, unaccounted }: RunResult): ExitCode {
  const unfinished = transmission.outcome === 'refused' || transmission.outcome === 'unfinished';
  const codes = [
    deadLetters.length > 0 || unaccounted.length > 0 || unfinished ? exitCodes.failed : exitCodes.clean,
    outcomes.some(({ refusal }) => refusal !== null) ? exitCodes.unusable : exitCodes.clean,
    outcomes.some(({ rejected }) => rejected > 0) ? exitCodes.findings : exitCodes.clean,
  ];
  return codes.reduce(worse);
}
