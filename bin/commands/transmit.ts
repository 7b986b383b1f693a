import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { counted } from '../../shared/count-words.ts';
import { planTransmission } from '../../shared/extract/plan.ts';
import type { SaidOfAgency } from '../../shared/extract/said.ts';
import type { Clock } from '../../shared/ports.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { oriArgument, periodArgument } from '../input.ts';
import { planJson, planLines } from '../print/plan.ts';
import type { Terminal } from '../print/terminal.ts';
import type { Repository } from '../repository/repository.ts';
import { askForTransmission, copyFromOutbox } from '../repository/transmissions.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  period: string;
  ori?: string;
  full?: boolean;
  dryRun?: boolean;
  format: 'text' | 'json';
  out?: string;
  data: string;
}

type Shown = Omit<Options, 'data'>;

/** `nibrs transmit`: seals a file of what the FBI does not have yet, or shows what it would say. */
export function transmitCommand(terminal: Terminal, clock: Clock, exit: (code: ExitCode) => void): Command {
  return new Command('transmit')
    .description('Seal a file for the FBI: what it does not have of a month and of earlier ones.')
    .requiredOption('--period <month>', 'the month to send, YYYY-MM', periodArgument)
    .option('--ori <ori>', 'only this agency', oriArgument)
    .option('--full', 'every report of the month once more, also what the FBI has')
    .option('--dry-run', 'show what would be sent, and send nothing')
    .addOption(new Option('--format <format>', 'of a dry run').choices(['text', 'json']).default('text'))
    .option('--out <directory>', 'where to copy the sealed file and its manifest')
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ data, ...options }: Options) => {
      await withRepository({ directory: data, clock }, async (repository) => {
        const asked = { period: options.period, ori: options.ori, mode: options.full ? 'full' : 'delta' } as const;
        const plan = await planTransmission(repository, asked, clock().toISOString().slice(0, 7));
        if (options.dryRun) return printPlan(plan, options, terminal);
        if (plan.length === 0) return terminal.print(nothing(options));
        const { outcome, ...result } = await askForTransmission(repository, asked, clock().getUTCFullYear());
        if ('sealed' in result) return printSealed(repository, result.sealed, options, terminal);
        exit(exitCodes.failed);
        const findings =
          'refused' in result ? result.refused.findings.map(({ code, message }) => `${code}  ${message}`) : [];
        await terminal.print(terminal.colors.red(`The file was not sealed: ${outcome}.`), ...findings);
      });
    });
}

async function printPlan(plan: readonly SaidOfAgency[], options: Shown, terminal: Terminal): Promise<void> {
  if (options.format === 'json') {
    await terminal.print(...plan.flatMap(({ ori, changes }) => changes.map((change) => planJson(ori, change))));
  } else {
    await terminal.print(...(plan.length === 0 ? [nothing(options)] : planLines(plan)));
  }
}

function nothing({ period }: Shown): string {
  return `The FBI has everything up to ${period}: there is nothing to send.`;
}

async function printSealed(
  repository: Repository,
  sealed: { fileName: string; key: string; manifestKey: string; reports: number; records: number; sha256: string },
  { out }: Shown,
  terminal: Terminal,
): Promise<void> {
  const { fileName, reports, records, sha256 } = sealed;
  await terminal.print(
    `${terminal.colors.bold(fileName)}: ${counted(reports, 'report')} in ${counted(records, 'record')}`,
    `SHA-256 ${sha256}`,
  );
  if (out === undefined) return;
  await mkdir(out, { recursive: true });
  await copyFromOutbox(repository, sealed.key, join(out, fileName));
  await copyFromOutbox(repository, sealed.manifestKey, join(out, `${fileName}.manifest.json`));
  await terminal.print(`copied to ${join(out, fileName)}`);
}
