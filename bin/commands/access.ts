import { Command, Option } from 'commander';
import { type AccessFilter, listAccesses } from '../../shared/access/list-accesses.ts';
import { readElements } from '../../shared/access/messages.ts';
import { UsageError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/ports.ts';
import { readSubmission } from '../../shared/submissions/read-submission.ts';
import { checkedInput, oriArgument, periodArgument } from '../input.ts';
import { accessCsv, accessCsvHeader, accessJson, accessTable, elementLines } from '../print/access.ts';
import type { Terminal } from '../print/terminal.ts';
import { withRepository } from '../repository/with-repository.ts';

interface ReadOptions {
  as: string;
  reason: string;
  data: string;
}

interface LogOptions extends AccessFilter {
  format: 'text' | 'json' | 'csv';
  data: string;
}

/** `nibrs access`: shows the state elements of a report, on record, and who was shown what. */
export function accessCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('access')
    .description('Read what the state asked for of a report, with a reason and on record; or see who read what.')
    .addCommand(readCommand(terminal, clock).exitOverride())
    .addCommand(logCommand(terminal, clock).exitOverride());
}

function readCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('read')
    .description('Print the state elements of a report. Who read them, when and why is on record first.')
    .argument('<ori>', 'the agency', oriArgument)
    .argument('<number>', 'incident number, or arrest transaction number of a Group B arrest')
    .requiredOption('--as <name>', 'who reads')
    .requiredOption('--reason <text>', 'why, for example the number of a case; it is on record in the clear')
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (ori: string, number: string, { as: reader, reason, data }: ReadOptions) => {
      const request = checkedInput(readElements, { ori, number, reader, reason });
      await withRepository({ directory: data, clock }, async (repository) => {
        const reply = await repository.readElements(request);
        if ('refused' in reply) throw new UsageError(reply.refused);
        const ids = [...new Set(reply.elements.flatMap(({ submission }) => submission ?? []))];
        const names = await Promise.all(
          ids.map(async (id) => [id, (await readSubmission(repository, id)).received?.fileName ?? id] as const),
        );
        await terminal.print(...elementLines(reply, new Map(names), terminal));
      });
    });
}

function logCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('log')
    .description('List who was shown or counted state elements, when and why; the newest last.')
    .option('--month <month>', 'only this month, YYYY-MM (default: the last twelve and this one)', periodArgument)
    .option('--ori <ori>', 'only reports of this agency', oriArgument)
    .option('--number <number>', 'only the report of this number')
    .option('--reader <name>', 'only what this reader was shown or had counted')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, csv for spreadsheets')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async ({ format, data, ...filter }: LogOptions) => {
      const accesses = await withRepository({ directory: data, clock }, ({ ledger }) =>
        listAccesses(ledger, filter, clock()),
      );
      if (format === 'json') await terminal.print(...accesses.map(accessJson));
      else if (format === 'csv')
        await terminal.print(...[accessCsvHeader, ...accesses.map(accessCsv)].map((row) => `${row}\r`));
      else await terminal.print(...accessTable(accesses));
    });
}
