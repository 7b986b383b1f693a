import { Command, Option } from 'commander';
import type { Clock } from '../../shared/ports.ts';
import { deadLetterJson, deadLetterLines } from '../print/dead-letters.ts';
import type { Terminal } from '../print/terminal.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  format: 'text' | 'json';
  data: string;
}

/** `nibrs dead-letters`: what no function could handle, with the cause, and never what a message holds of a report. */
export function deadLettersCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('dead-letters')
    .description('List the messages that were given up: their queue, what they were about, and why they failed.')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']).default('text'),
    )
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ format, data }: Options) => {
      const { listDeadLetters } = await import('../repository/dead-letters.ts');
      const letters = await withRepository({ directory: data, clock }, listDeadLetters);
      if (format === 'json') await terminal.print(...letters.map(deadLetterJson));
      else await terminal.print(...deadLetterLines(letters, terminal));
    });
}
