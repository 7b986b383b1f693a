import { userInfo } from 'node:os';
import { Argument, Command } from 'commander';
import { monthBefore } from '../../shared/nibrs/model/index.ts';
import type { Clock } from '../../shared/ports.ts';
import { calendarEntries } from '../../shared/schedule/calendar.ts';
import { type Action, actions } from '../../shared/schedule/messages.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { periodArgument } from '../input.ts';
import { actionLines, calendarLines } from '../print/calendar.ts';
import type { Terminal } from '../print/terminal.ts';
import { withRepository } from '../repository/with-repository.ts';

interface RunOptions {
  for?: string;
  by: string;
  data: string;
}

/** `nibrs schedule`: what is done every month on its day, and doing it now. */
export function scheduleCommand(terminal: Terminal, clock: Clock, exit: (code: ExitCode) => void): Command {
  return new Command('schedule')
    .description('What the calendar does every month: show it, or do one of its things now.')
    .addCommand(listCommand(terminal, clock).exitOverride())
    .addCommand(runCommand(terminal, clock, exit).exitOverride());
}

function listCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('list')
    .description('Show what is done on which days, and when next. By itself only while nibrs serve is up.')
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ data }: { data: string }) => {
      await withRepository({ directory: data, clock }, async (repository) => {
        await terminal.print(...calendarLines(calendarEntries(repository.calendar, clock())));
      });
    });
}

function runCommand(terminal: Terminal, clock: Clock, exit: (code: ExitCode) => void): Command {
  return new Command('run')
    .description('Do now what the calendar does on its day.')
    .addArgument(new Argument('<action>', 'what to do').choices(actions))
    .option('--for <month>', 'the month it is done for, YYYY-MM (default: last month)', periodArgument)
    .option('--by <name>', 'who asks', userInfo().username)
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (action: Action, { for: month, by, data }: RunOptions) => {
      const now = clock();
      const period = month ?? monthBefore(now.toISOString().slice(0, 7));
      await withRepository({ directory: data, clock }, async (repository) => {
        const { runAction } = await import('../repository/calendar.ts');
        const result = await runAction(repository, action, { period, by, now });
        await terminal.print(...actionLines(result));
        if (result.action === 'close' && result.transmission?.outcome === 'refused') exit(exitCodes.failed);
      });
    });
}
