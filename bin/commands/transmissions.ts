import { Command, Option } from 'commander';
import { listTransmissions } from '../../shared/ledger/list-transmissions.ts';
import type { Clock } from '../../shared/ports.ts';
import { periodArgument } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import { transmissionJson, transmissionLines } from '../print/transmissions.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  period?: string;
  format: 'text' | 'json';
  data: string;
}

/** `nibrs transmissions`: every file for the FBI, and how far it is. */
export function transmissionsCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('transmissions')
    .description('List the files for the FBI, how far each is, and who did what with it; the newest last.')
    .option('--period <month>', 'only of this month, YYYY-MM (default: of this year and the last)', periodArgument)
    .addOption(
      new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']).default('text'),
    )
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ period, format, data }: Options) => {
      const thisYear = clock().getUTCFullYear();
      const transmissions = await withRepository({ directory: data, clock }, ({ ledger }) =>
        listTransmissions(ledger, { period, thisYear }),
      );
      if (format === 'json') await terminal.print(...transmissions.map(transmissionJson));
      else if (transmissions.length > 0) await terminal.print(...transmissionLines(transmissions));
      else await terminal.print('There is no transmission yet. nibrs transmit makes one.');
    });
}
