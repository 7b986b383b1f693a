import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { counted } from '../../shared/count-words.ts';
import { UsageError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Terminal } from '../print/terminal.ts';

interface Options {
  data: string;
  kms?: string;
}

/** `nibrs import`: makes a repository of an export. */
export function importCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('import')
    .description('Make a new repository of an export. Its projections come with nibrs rebuild --all.')
    .argument('<directory>', 'the export')
    .requiredOption('--data <directory>', 'where the new repository is to be')
    .option('--kms <file>', 'the keys that wrap those of reports: kms.json of the repository that was exported')
    .action(async (directory: string, { data, kms }: Options) => {
      // Loaded only when it is needed: with it come the AWS SDK and the local cloud.
      const { exportedSettings, importTables } = await import('../repository/table-export.ts');
      const { startRepository } = await import('../repository/repository.ts');
      const { state, submitter } = exportedSettings(directory);
      await prepare(data, kms);
      const repository = await startRepository({ directory: data, clock, state, submitter });
      try {
        const { ledger, keys } = await importTables(repository, directory);
        await terminal.print(`${data}: ${counted(ledger, 'event')}, ${counted(keys, 'key')} of reports`);
        if (kms === undefined) await terminal.print('Its reports cannot be opened: no KMS keys were given (--kms).');
        await terminal.print(`Next: nibrs rebuild --all --data ${data}`);
      } finally {
        await repository.stop();
      }
    });
}

/** The directory has to be new: two ledgers in one would contradict each other. */
async function prepare(data: string, kms: string | undefined): Promise<void> {
  if (existsSync(data)) throw new UsageError(`${data} is there already. Name a directory that is not: --data.`);
  if (kms !== undefined && !existsSync(kms)) throw new UsageError(`There is no file ${kms}. Name the keys with --kms.`);
  await mkdir(data, { recursive: true });
  if (kms !== undefined) await copyFile(kms, join(data, 'kms.json'));
}
