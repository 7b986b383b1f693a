import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { count, counted } from '../../shared/count-words.ts';
import { UsageError } from '../../shared/errors.ts';
import { findRebuilt, type RebuildFile, type RebuiltFile, sealedAgain } from '../../shared/extract/rebuild-file.ts';
import type { Clock } from '../../shared/ports.ts';
import type { RebuiltAgency } from '../../shared/rebuild/messages.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { oriArgument, periodArgument, timeArgument } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import type { Repository } from '../repository/repository.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  transmission?: string;
  period?: string;
  asOf?: string;
  ori?: string;
  all?: boolean;
  out?: string;
  data: string;
}

/** `nibrs rebuild`: makes a sealed file again from the ledger, a month as it stood at a time, or all projections. */
export function rebuildCommand(terminal: Terminal, clock: Clock, exit: (code: ExitCode) => void): Command {
  return new Command('rebuild')
    .description('Make from the ledger a sealed file again, a month as it stood at any time, or all projections.')
    .option('--transmission <name>', 'the file to make again, by its name or by the id of its transmission')
    .option('--period <month>', 'the month to make, YYYY-MM; with --as-of', periodArgument)
    .option(
      '--as-of <time>',
      'a day (its end, UTC) or a time, such as 2027-03-03 or 2027-03-03T12:00:00Z',
      timeArgument,
    )
    .option('--ori <ori>', 'of a month, only this agency', oriArgument)
    .option('--all', 'bring all projections to what the ledger says: months, what is unsent, what the FBI has')
    .option('--out <file>', 'where to write the file')
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ data, out, all, ...options }: Options) => {
      await withRepository({ directory: data, clock }, async (repository) => {
        if (all) {
          await terminal.print(...linesOf(await rebuildAll(repository, { out, ...options })));
          return;
        }
        if (out === undefined) throw new UsageError('Say where to write the file: --out.');
        const result = await rebuild(repository, await askedOf(repository, options));
        await pipeline(
          await repository.objects.read({ bucket: repository.buckets.work, key: result.key }),
          createWriteStream(out),
        );
        const { lines, same } = verdictOn(result);
        await terminal.print(`${out}: ${counted(result.bytes, 'byte')}, SHA-256 ${result.sha256}`, ...lines);
        if (!same) exit(exitCodes.findings);
      });
    });
}

async function rebuildAll(repository: Repository, others: Omit<Options, 'all' | 'data'>): Promise<RebuiltAgency[]> {
  if (Object.values(others).some((value) => value !== undefined)) {
    throw new UsageError('--all makes all projections anew, and no file: leave the other options out.');
  }
  const { rebuildProjections } = await import('../repository/rebuild-projections.ts');
  return rebuildProjections(repository);
}

function linesOf(rebuilt: readonly RebuiltAgency[]): string[] {
  const sum = (count: (agency: RebuiltAgency) => number) => rebuilt.reduce((total, agency) => total + count(agency), 0);
  const changed = sum((agency) => agency.changed);
  return [
    `${rebuilt.length === 1 ? '1 agency' : `${count(rebuilt.length)} agencies`}, ${counted(
      sum(({ months }) => months),
      'month',
    )} with ` +
      `${counted(
        sum(({ entries }) => entries),
        'report',
      )}; ${count(sum(({ held }) => held))} told the FBI, ` +
      `${count(sum(({ unsent }) => unsent))} unsent`,
    changed === 0
      ? 'Everything was as the ledger says.'
      : `${counted(changed, 'item')} brought to what the ledger says.`,
  ];
}

async function askedOf(
  repository: Repository,
  options: Omit<Options, 'out' | 'data' | 'all'>,
): Promise<RebuildFile['what']> {
  const { transmission: name, period, asOf, ori } = options;
  if (name !== undefined && period === undefined && asOf === undefined) {
    return sealedAgain(repository.ledger, name);
  }
  if (name === undefined && period !== undefined && asOf !== undefined) return { kind: 'month', period, at: asOf, ori };
  throw new UsageError('Say what to make: --transmission for a sealed file, or --period and --as-of for a month.');
}

async function rebuild(repository: Repository, what: RebuildFile['what']): Promise<RebuiltFile> {
  const request = randomUUID();
  await repository.rebuilds.send([{ body: { request, what } }]);
  const { objects, buckets } = repository;
  return repository.until('file', () => findRebuilt({ objects, workBucket: buckets.work }, request));
}

/** Whether it is what was sealed, and if not, why. */
function verdictOn({ sha256, sealedSha256, expunged }: RebuiltFile): { lines: string[]; same: boolean } {
  const orders = [...new Set(expunged.map(({ order }) => order))].join(', ');
  const missing = expunged.length === 0 ? [] : [`${counted(expunged.length, 'report')} expunged since (${orders}).`];
  if (sealedSha256 === undefined) return { lines: missing, same: true };
  if (sealedSha256 === sha256) return { lines: ['The same bytes as the sealed file.'], same: true };
  return { lines: [`Not the bytes of the sealed file, whose SHA-256 is ${sealedSha256}.`, ...missing], same: false };
}
