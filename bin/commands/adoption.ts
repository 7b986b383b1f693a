import { Command, Option } from 'commander';
import type { Clock } from '../../shared/ports.ts';
import { stateArgument } from '../input.ts';
import { adoptionCsv, adoptionCsvHeader, adoptionJson, adoptionLines } from '../print/adoption.ts';
import type { Terminal } from '../print/terminal.ts';
import { readAdoption } from '../repository/adoption.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  state?: string;
  format: 'text' | 'json' | 'csv';
  data: string;
}

/** `nibrs adoption`: how far each agency has taken up each of the state's elements. */
export function adoptionCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('adoption')
    .description('Show which agencies have begun to report which of the state’s elements, and how fully.')
    .option('--state <code>', 'the state whose repository it has to be, for example OR', stateArgument)
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, csv for spreadsheets')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ state, format, data }: Options) => {
      const adoption = await withRepository({ directory: data, clock, state }, readAdoption);
      if (format === 'json') await terminal.print(...adoption.map(adoptionJson));
      else if (format === 'csv')
        await terminal.print(...[adoptionCsvHeader, ...adoption.map(adoptionCsv)].map((row) => `${row}\r`));
      else await terminal.print(...adoptionLines(adoption));
    });
}
