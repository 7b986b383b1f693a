import { Command, Option } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import { lastFinishedPeriod } from '../../shared/months/agency-months.ts';
import { completeness } from '../../shared/months/completeness.ts';
import { periodsBetween } from '../../shared/months/matrix.ts';
import { monthBefore } from '../../shared/nibrs/model/index.ts';
import type { Clock } from '../../shared/ports.ts';
import { oriArgument, periodArgument } from '../input.ts';
import { completenessLines } from '../print/completeness.ts';
import { matrixLines, monthCsv, monthCsvHeader, monthJson, monthsTable } from '../print/months.ts';
import type { Terminal } from '../print/terminal.ts';
import { readMonthsOf } from '../repository/agency-months.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  period?: string;
  from?: string;
  to?: string;
  ori?: string;
  format: 'text' | 'json' | 'csv';
  data: string;
}

/** `nibrs months`: where each agency's months stand, and how complete a month of the state is. */
export function monthsCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('months')
    .description('Show where each agency’s months stand; of one month also who is missing, late, or to be reminded.')
    .option('--period <month>', 'one month, YYYY-MM', periodArgument)
    .option('--from <month>', 'the first of several months, YYYY-MM (default: twelve months in all)', periodArgument)
    .option('--to <month>', 'the last of several months, YYYY-MM (default: last month)', periodArgument)
    .option('--ori <ori>', 'only this agency', oriArgument)
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, csv for spreadsheets')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ data, format, ori, ...options }: Options) => {
      const now = clock();
      const periods = periodsOf(options, now);
      await withRepository({ directory: data, clock }, async (repository) => {
        const months = await readMonthsOf(repository, { periods, ori, now });
        const today = now.toISOString().slice(0, 10);
        if (format === 'json') {
          await terminal.print(...months.map((month) => monthJson(month, today, repository.due)));
        } else if (format === 'csv') {
          const rows = months.map((month) => monthCsv(month, today, repository.due));
          await terminal.print(...[monthCsvHeader, ...rows].map((row) => `${row}\r`));
        } else if (periods.length > 1 && ori === undefined) {
          await terminal.print(...matrixLines(months, periods));
        } else {
          await terminal.print(...monthsTable(months));
          const [period = ''] = periods;
          if (ori !== undefined) return;
          const complete = completeness({ period, today, ...repository.due }, months);
          await terminal.print('', ...completenessLines(complete));
        }
      });
    });
}

/** Oldest first. Throws `UsageError` where the options contradict each other. */
function periodsOf({ period, from, to }: Pick<Options, 'period' | 'from' | 'to'>, now: Date): string[] {
  if (period !== undefined && (from ?? to) !== undefined) {
    throw new UsageError('Say which months to show: --period for one, or --from and --to for several.');
  }
  const last = period ?? to ?? lastFinishedPeriod(now);
  const first = period ?? from ?? monthBefore(last, 11);
  if (first <= last) return periodsBetween(first, last);
  throw new UsageError(
    `--from ${first} is after ${last}. Give the earlier month with --from, the later one with --to.`,
  );
}
