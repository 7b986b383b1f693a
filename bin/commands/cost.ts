import { Command, InvalidArgumentError, Option } from 'commander';
import { count } from '../../shared/count-words.ts';
import { type BillLine, billOf, measured, type Size } from '../cost/bill.ts';
import counted from '../cost/measured.json' with { type: 'json' };
import { priceDate, priceRegion } from '../cost/prices.ts';
import { table } from '../print/table.ts';
import type { Terminal } from '../print/terminal.ts';

interface Options extends Omit<Size, 'people'> {
  people?: number;
  format: 'text' | 'json';
}

/** `nibrs cost`: what a month would cost on AWS, from what was counted in the local cloud. */
export function costCommand(terminal: Terminal): Command {
  return new Command('cost')
    .description('Tell what a month costs on AWS: requests as counted in the local cloud, at list prices.')
    .requiredOption('--incidents <number>', 'incidents that are filed in a month', wholeNumber)
    .requiredOption('--agencies <number>', 'agencies that file them', wholeNumber)
    .option('--people <number>', 'clerks who upload at the portal (default: one an agency)', wholeNumber)
    .option('--machines <number>', 'records systems that upload by program, each with a client', wholeNumber, 0)
    .option('--months-kept <number>', 'months that the ledger has, for what is stored', wholeNumber, 12)
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async ({ format, people, ...given }: Options) => {
      const size = { ...given, people: people ?? given.agencies };
      const usage = measured.parse(counted);
      const bill = billOf(usage, size);
      const dollars = bill.reduce((sum, line) => sum + line.dollars, 0);
      const basis = { measured: usage.date, prices: priceDate, region: priceRegion };
      if (format === 'json') await terminal.print(JSON.stringify({ ...size, dollars, bill, ...basis }));
      else
        await terminal.print(
          ...linesOf(bill, dollars),
          '',
          `Requests as measured on ${basis.measured}, list prices of ${basis.region} as of ${basis.prices}, no free tier.`,
        );
    });
}

function linesOf(bill: readonly BillLine[], total: number): string[] {
  const rows = [...Map.groupBy(bill, ({ service }) => service)].flatMap(([service, lines]) => {
    const dollars = lines.reduce((sum, line) => sum + line.dollars, 0);
    return [
      [service, '', '', money(dollars)],
      ...lines.map((line) => ['', line.unit, amount(line.quantity), money(line.dollars)]),
    ];
  });
  const columns = [
    { title: 'service' },
    { title: 'unit' },
    { title: 'a month', align: 'right' },
    { title: 'dollars', align: 'right' },
  ] as const;
  return table(columns, [...rows, ['all', '', '', money(total)]]);
}

function amount(quantity: number): string {
  return quantity < 100 ? quantity.toFixed(2) : count(Math.round(quantity));
}

function money(dollars: number): string {
  return dollars.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (value !== '' && Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('Give a whole number.');
}
