import { Command, Option } from 'commander';
import type { Clock } from '../../shared/ports.ts';
import { answerJson, answerLines } from '../print/answers.ts';
import type { Terminal } from '../print/terminal.ts';
import { readAnswers } from '../repository/answers.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  transmission?: string;
  gaps?: boolean;
  format: 'text' | 'json';
  data: string;
}

/** `nibrs answers`: lists what the FBI said of the files that it was sent, by agency and report. */
export function answersCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('answers')
    .description('List what the FBI said of the files that it was sent, this year and the last, by agency and report.')
    .option('--transmission <name>', 'of one file, by its name or by the id of its transmission')
    .option('--gaps', 'only errors which our own edits should have found')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']).default('text'),
    )
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ transmission: name, gaps = false, format, data }: Options) => {
      const asked = { name, year: clock().getUTCFullYear() };
      const files = await withRepository({ directory: data, clock }, (repository) => readAnswers(repository, asked));
      if (format === 'json') await terminal.print(...files.flatMap((file) => answerJson(file, gaps)));
      else if (files.length === 0) await terminal.print('The FBI has not answered yet.');
      else
        await terminal.print(
          ...files.flatMap((file, at) => [...(at > 0 ? [''] : []), ...answerLines(file, gaps, terminal)]),
        );
    });
}
