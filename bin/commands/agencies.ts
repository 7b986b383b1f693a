import { userInfo } from 'node:os';
import { Command, Option } from 'commander';
import { demandElements } from '../../shared/agencies/demand-elements.ts';
import { type AgencyEntry, agencyColumns, readEntry } from '../../shared/agencies/facts.ts';
import { readAgencyList } from '../../shared/agencies/read-agencies.ts';
import { findAgency, listAgencies, register } from '../../shared/agencies/registry.ts';
import { writeAgencies } from '../../shared/agencies/write-agencies.ts';
import { UsageError } from '../../shared/errors.ts';
import { agencyStream } from '../../shared/ledger/streams.ts';
import type { Clock } from '../../shared/ports.ts';
import { findProfile } from '../../shared/state/index.ts';
import { oriArgument, readText } from '../input.ts';
import { agenciesTable, agencyJson, changeLines, factLines, historyLines, registeredLines } from '../print/agencies.ts';
import type { Terminal } from '../print/terminal.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  by: string;
  format: 'text' | 'json' | 'csv';
  data: string;
}

/** `nibrs agencies`: what the state knows of its agencies. */
export function agenciesCommand(terminal: Terminal, clock: Clock): Command {
  const commands = [loadCommand, listCommand, showCommand, setCommand];
  const agencies = new Command('agencies').description('What the state knows of its agencies: load, list, show, set.');
  for (const command of commands) {
    const added = command(terminal, clock).option('--data <directory>', 'where the repository is', '.nibrs/data');
    agencies.addCommand(added.exitOverride());
  }
  return agencies;
}

function loadCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('load')
    .description(
      'Take up a list of agencies. Columns that it has not, and agencies that are not in it, stay as they are.',
    )
    .argument('<file>', `CSV whose first row names columns: ${agencyColumns.join(', ')}`)
    .option('--by <name>', 'who says so', userInfo().username)
    .action(async (path: string, { by, data }: Options) => {
      const entries = readAgencyList(await readText(path), path);
      await withRepository({ directory: data, clock }, async (repository) => {
        const profile = findProfile(repository.state ?? 'NONE');
        for (const entry of entries) demandElements(profile, entry, `${path}, ${entry.ori}, `);
        await terminal.print(...registeredLines(await register(repository.ledger, entries, stampOf(clock, by))));
      });
    });
}

function listCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('list')
    .description('List the agencies; as csv in the form that load takes.')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, csv for spreadsheets')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .action(async ({ format, data }: Options) => {
      const agencies = await withRepository({ directory: data, clock }, ({ ledger }) => listAgencies(ledger));
      if (format === 'json') await terminal.print(...agencies.map(agencyJson));
      else if (format === 'csv') await terminal.print(...writeAgencies(agencies).map((row) => `${row}\r`));
      else await terminal.print(...agenciesTable(agencies));
    });
}

function showCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('show')
    .description('Show what is known of an agency, and who changed what.')
    .argument('<ori>', 'the agency', oriArgument)
    .action(async (ori: string, { data }: Options) => {
      await withRepository({ directory: data, clock }, async ({ ledger }) => {
        const facts = await findAgency(ledger, ori);
        if (!facts) throw notRegistered(ori);
        await terminal.print(...factLines(facts), '', ...historyLines(await ledger.read(agencyStream(ori))));
      });
    });
}

function setCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('set')
    .description('Change what is known of an agency.')
    .argument('<ori>', 'the agency', oriArgument)
    .argument('<fact=value...>', `facts as the columns of a list; without a value one is not known any more`)
    .option('--by <name>', 'who says so', userInfo().username)
    .action(async (ori: string, facts: string[], { by, data }: Options) => {
      const entry = entryOf(ori, facts);
      await withRepository({ directory: data, clock }, async (repository) => {
        demandElements(findProfile(repository.state ?? 'NONE'), entry);
        if (!(await findAgency(repository.ledger, ori))) throw notRegistered(ori);
        const [done] = await register(repository.ledger, [entry], stampOf(clock, by));
        await terminal.print(...changeLines(done?.event));
      });
    });
}

function stampOf(clock: Clock, by: string) {
  return { at: clock().toISOString(), by, cause: {} };
}

/** Throws `UsageError` with everything that is wrong. */
function entryOf(ori: string, facts: readonly string[]): AgencyEntry {
  const cells = facts.map((fact) => {
    const [column = '', ...value] = fact.split('=');
    if (value.length === 0)
      throw new UsageError(`"${fact}" has no =. Write a fact as name=value, for example county=Adair.`);
    if (column !== 'ori' && agencyColumns.includes(column)) return [column, value.join('=').trim()] as const;
    throw new UsageError(`There is no fact "${column}". The facts: ${agencyColumns.slice(1).join(', ')}.`);
  });
  const entry = readEntry([['ori', ori], ...cells]);
  if (Array.isArray(entry)) throw new UsageError(entry.map((problem) => `${problem}.`).join('\n'));
  return entry;
}

function notRegistered(ori: string): UsageError {
  return new UsageError(
    `${ori} is not registered. See nibrs agencies list; a new agency comes with nibrs agencies load FILE.csv.`,
  );
}
