import { Command, InvalidArgumentError, Option } from 'commander';
import { lastFinishedPeriod } from '../../shared/months/agency-months.ts';
import { certification, federalCriterion, monthOfReports } from '../../shared/months/certification.ts';
import { periodsBetween } from '../../shared/months/matrix.ts';
import { monthBefore } from '../../shared/nibrs/model/index.ts';
import type { Clock } from '../../shared/ports.ts';
import { oriArgument, periodArgument } from '../input.ts';
import {
  certificationCsv,
  certificationCsvHeader,
  certificationJson,
  certificationLines,
  type Followed,
  monthLines,
} from '../print/certification.ts';
import type { Terminal } from '../print/terminal.ts';
import { readMonthsOf } from '../repository/agency-months.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  ori?: string;
  from?: string;
  threshold: number;
  months: number;
  format: 'text' | 'json' | 'csv';
  data: string;
}

/** `nibrs certification`: whether agencies keep to the error rate that certification takes. */
export function certificationCommand(terminal: Terminal, clock: Clock): Command {
  const { threshold, months } = federalCriterion;
  return new Command('certification')
    .description('Follow each agency’s error rate, and tell when it met and lost what certification takes.')
    .option('--ori <ori>', 'only this agency, month by month', oriArgument)
    .option('--from <month>', 'the first month to look at, YYYY-MM (default: the last 24)', periodArgument)
    .option('--threshold <percent>', 'the error rate to keep to', percentArgument, threshold)
    .option('--months <number>', 'in how many submissions one after the other', countArgument, months)
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, csv for spreadsheets')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ data, format, ori, from, ...criterion }: Options) => {
      const now = clock();
      const last = lastFinishedPeriod(now);
      const periods = periodsBetween(from ?? monthBefore(last, 23), last);
      const read = await withRepository({ directory: data, clock }, (repository) =>
        readMonthsOf(repository, { periods, ori, now }),
      );
      const followed = [...Map.groupBy(read, (month) => month.ori).entries()].map(([agencyOri, own]): Followed => {
        const months = own.flatMap((month) => monthOfReports(month) ?? []);
        return { ori: agencyOri, agency: own[0]?.agency, months, ...certification(months, criterion) };
      });
      if (format === 'json') await terminal.print(...followed.map(certificationJson));
      else if (format === 'csv')
        await terminal.print(...[certificationCsvHeader, ...followed.map(certificationCsv)].map((row) => `${row}\r`));
      else {
        await terminal.print(...certificationLines(followed, criterion));
        const [only] = followed;
        if (ori !== undefined && only) await terminal.print('', ...monthLines(only, criterion));
      }
    });
}

/** Throws commander's `InvalidArgumentError`. */
function percentArgument(value: string): number {
  const percent = Number(value);
  if (value.trim() !== '' && percent >= 0 && percent <= 100) return percent;
  throw new InvalidArgumentError('A threshold is a number of percent from 0 to 100, for example 4.');
}

/** Throws commander's `InvalidArgumentError`. */
function countArgument(value: string): number {
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a number from 1 to 99, for example 3.');
}
