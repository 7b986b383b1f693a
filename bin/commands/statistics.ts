import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { elementToCount } from '../../shared/access/element-to-count.ts';
import { type CountArrests, countArrests } from '../../shared/access/messages.ts';
import { type CountOutcome, findCountOutcome, resultOf } from '../../shared/access/result.ts';
import { UsageError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/ports.ts';
import { findProfile } from '../../shared/state/index.ts';
import { checkedInput, periodArgument, stateArgument } from '../input.ts';
import { statisticsLines } from '../print/statistics.ts';
import type { Terminal } from '../print/terminal.ts';
import type { Repository } from '../repository/repository.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  element: string;
  state?: string;
  period?: string;
  from?: string;
  to?: string;
  out: string;
  as: string;
  reason?: string;
  draft?: boolean;
  data: string;
}

/** `nibrs statistics`: counts arrests by an element, writes what may be published of that, and prints it. */
export function statisticsCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('statistics')
    .description('Count arrests by a state element: tables and a chart in which small figures are suppressed.')
    .requiredOption('--element <id>', 'what to count by, for example MO-3')
    .option('--period <month>', 'the month to count, YYYY-MM', periodArgument)
    .option('--from <month>', 'the first of several months, YYYY-MM', periodArgument)
    .option('--to <month>', 'the last of several months, YYYY-MM', periodArgument)
    .requiredOption('--out <directory>', 'where the tables and charts go; made when it is not there')
    .requiredOption('--as <name>', 'who asks')
    .option('--reason <text>', 'why; it is on record with who asked (default: publication, or draft)')
    .option('--draft', 'count months that are not final; the files say that they are not for publication')
    .option('--state <code>', 'the state whose repository it has to be, for example MO', stateArgument)
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ out, data, state, ...options }: Options) => {
      const request = requestOf(options);
      await withRepository({ directory: data, clock, state }, async (repository) => {
        const { statuses } = elementToCount(findProfile(repository.state ?? 'NONE'), request.element);
        const { files, tables } = await count(repository, request);
        await mkdir(out, { recursive: true });
        const paths = files.map((name) => join(out, name));
        for (const name of files)
          await copyResult(repository, resultOf(request.request).folder + name, join(out, name));
        await terminal.print(...statisticsLines({ tables, statuses, draft: request.draft, paths }, terminal));
      });
    });
}

function requestOf({ period, from, to, element, as: by, reason, draft = false }: Omit<Options, 'out' | 'data'>) {
  const months = { from: period ?? from, to: period ?? to ?? from };
  if (months.from === undefined || (period !== undefined && (from ?? to) !== undefined)) {
    throw new UsageError('Say which months to count: --period for one, or --from and --to for several.');
  }
  const why = reason ?? (draft ? 'draft' : 'publication');
  return checkedInput(countArrests, { element, ...months, draft, by, reason: why, request: randomUUID() });
}

/** Asks for the count and waits for what came of it. Throws `UsageError` when it was refused. */
async function count(
  repository: Repository,
  request: CountArrests,
): Promise<Exclude<CountOutcome, { refused: string }>> {
  await repository.statistics.send([{ body: request }]);
  const { objects, buckets } = repository;
  const outcome = await repository.until('result of the count', () =>
    findCountOutcome({ objects, workBucket: buckets.work }, request.request),
  );
  if ('refused' in outcome) throw new UsageError(outcome.refused);
  return outcome;
}

async function copyResult({ objects, buckets }: Repository, key: string, path: string): Promise<void> {
  await pipeline(await objects.read({ bucket: buckets.work, key }), createWriteStream(path));
}
