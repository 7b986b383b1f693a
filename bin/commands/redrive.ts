import { Command } from 'commander';
import type { Clock } from '../../shared/ports.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { redrivenLines } from '../print/dead-letters.ts';
import type { Terminal } from '../print/terminal.ts';
import { withRepository } from '../repository/with-repository.ts';

/** `nibrs redrive`: sends dead letters back to their queue, and tells whether they were handled this time. */
export function redriveCommand(terminal: Terminal, clock: Clock, exit: (code: ExitCode) => void): Command {
  return new Command('redrive')
    .description('Send the dead letters of a queue back to it, and wait for what comes of them.')
    .argument('<queue>', 'as nibrs dead-letters names it, or all')
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (queue: string, { data }: { data: string }) => {
      const { redriveDeadLetters } = await import('../repository/dead-letters.ts');
      const redriven = await withRepository({ directory: data, clock }, (repository) =>
        redriveDeadLetters(repository, queue),
      );
      await terminal.print(...redrivenLines(redriven));
      if (redriven.some(({ failed }) => failed > 0)) exit(exitCodes.failed);
    });
}
