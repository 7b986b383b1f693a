import { Command } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/ports.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { inputFiles } from '../input.ts';
import { acknowledgedLines, refusedLines } from '../print/answers.ts';
import type { Terminal } from '../print/terminal.ts';
import { handInAnswer } from '../repository/answers.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  to: string;
  data: string;
}

/** `nibrs answer`: hands in a file with which the FBI answers one that it was sent. */
export function answerCommand(terminal: Terminal, clock: Clock, exit: (code: ExitCode) => void): Command {
  return new Command('answer')
    .description('Hand in the FBI’s answer to a file: its error data set or its warning data set.')
    .argument('<file>', 'the answer as the FBI sent it')
    .requiredOption('--to <name>', 'the file that it answers, such as MOUCR0001_20261105_NIBRS_001.txt')
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (path: string, { to, data }: Options) => {
      const [file, ...others] = await inputFiles([path]);
      if (!file || others.length > 0) throw new UsageError(`${path} holds several files. Give one of them.`);
      const result = await withRepository({ directory: data, clock }, (repository) =>
        handInAnswer(repository, file, to),
      );
      if ('acknowledged' in result) {
        await terminal.print(...acknowledgedLines(result.acknowledged));
        if (result.acknowledged.errors > 0) exit(exitCodes.findings);
      } else {
        await terminal.print(...refusedLines(result.refused, terminal));
        exit(exitCodes.unusable);
      }
    });
}
