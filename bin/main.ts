import { Command, CommanderError } from 'commander';
import project from '../package.json' with { type: 'json' };
import { NibrsLedgerError, NotFoundError, UsageError } from '../shared/errors.ts';
import { accessCommand } from './commands/access.ts';
import { adoptionCommand } from './commands/adoption.ts';
import { agenciesCommand } from './commands/agencies.ts';
import { answerCommand } from './commands/answer.ts';
import { answersCommand } from './commands/answers.ts';
import { certificationCommand } from './commands/certification.ts';
import { costCommand } from './commands/cost.ts';
import { deadLettersCommand } from './commands/dead-letters.ts';
import { editsCommand } from './commands/edits.ts';
import { exportCommand } from './commands/export.ts';
import { expungeCommand } from './commands/expunge.ts';
import { forwardCommand } from './commands/forward.ts';
import { historyCommand } from './commands/history.ts';
import { holdCommand } from './commands/hold.ts';
import { importCommand } from './commands/import.ts';
import { monthsCommand } from './commands/months.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { redriveCommand } from './commands/redrive.ts';
import { releaseCommand } from './commands/release.ts';
import { runCommand } from './commands/run.ts';
import { scheduleCommand } from './commands/schedule.ts';
import { serveCommand } from './commands/serve.ts';
import { specCommand } from './commands/spec.ts';
import { statisticsCommand } from './commands/statistics.ts';
import { submitCommand } from './commands/submit.ts';
import { transmissionsCommand } from './commands/transmissions.ts';
import { transmitCommand } from './commands/transmit.ts';
import { validateCommand } from './commands/validate.ts';
import { type ExitCode, exitCodes, worse } from './exit-codes.ts';
import { createTerminal } from './print/terminal.ts';

/** Runs the command with its arguments, prints errors, and gives the exit code; never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const terminal = createTerminal(process.stdout, process.stderr, process.env);
  const clock = () => new Date();
  let code: ExitCode = exitCodes.clean;
  const exit = (next: ExitCode) => {
    code = worse(code, next);
  };
  stopQuietlyWithoutReader();

  const commands = [
    validateCommand(terminal, clock, exit),
    editsCommand(terminal),
    submitCommand(terminal, exit),
    runCommand(terminal, clock, exit),
    serveCommand(terminal, clock),
    specCommand(terminal),
    transmitCommand(terminal, clock, exit),
    transmissionsCommand(terminal, clock),
    holdCommand(terminal, clock),
    releaseCommand(terminal, clock),
    forwardCommand(terminal, clock),
    scheduleCommand(terminal, clock, exit),
    answerCommand(terminal, clock, exit),
    answersCommand(terminal, clock),
    rebuildCommand(terminal, clock, exit),
    deadLettersCommand(terminal, clock),
    redriveCommand(terminal, clock, exit),
    agenciesCommand(terminal, clock),
    monthsCommand(terminal, clock),
    certificationCommand(terminal, clock),
    accessCommand(terminal, clock),
    statisticsCommand(terminal, clock),
    adoptionCommand(terminal, clock),
    historyCommand(terminal, clock),
    expungeCommand(terminal, clock),
    exportCommand(terminal, clock),
    importCommand(terminal, clock),
    costCommand(terminal),
  ];
  const program = new Command('nibrs').description(
    'Check NIBRS submissions and run a state’s ledger on this computer.',
  );
  program.version(project.version);
  for (const command of commands) program.addCommand(command.exitOverride());
  try {
    await program.exitOverride().parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** Commander has printed its own errors by now; the rest is printed here. */
function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.unusable;
  if (error instanceof UsageError || error instanceof NotFoundError) {
    console.error(`nibrs: ${error.message}`);
    return exitCodes.unusable;
  }
  console.error(error instanceof NibrsLedgerError ? `nibrs: ${error.message}` : error);
  return exitCodes.failed;
}

/** `nibrs validate … | head` closes the pipe early: that is no failure. */
function stopQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(exitCodes.clean);
  });
}
