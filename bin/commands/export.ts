import { Command } from 'commander';
import { counted } from '../../shared/count-words.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Terminal } from '../print/terminal.ts';
import { withRepository } from '../repository/with-repository.ts';

/** `nibrs export`: writes what cannot be rebuilt, as it is stored. */
export function exportCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('export')
    .description(
      'Write the ledger and the keys of its reports, encrypted as they are, in the form of DynamoDB’s exports.',
    )
    .requiredOption('--out <directory>', 'where to write it')
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ out, data }: { out: string; data: string }) => {
      const { exportTables } = await import('../repository/table-export.ts');
      const { ledger, keys } = await withRepository({ directory: data, clock }, (repository) =>
        exportTables(repository, data, out),
      );
      await terminal.print(`${out}: ${counted(ledger, 'event')}, ${counted(keys, 'key')} of reports`);
      await terminal.print('Without the KMS keys, nobody can read a report in it.');
    });
}
