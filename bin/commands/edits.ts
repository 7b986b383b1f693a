import { Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import { type EditFacts, type EditSegment, factsOf } from '../../shared/nibrs/edits/facts.ts';
import { edits as catalog } from '../../shared/nibrs/edits/index.ts';
import { layouts } from '../../shared/nibrs/flatfile/layouts/index.ts';
import { editCsv, editCsvHeader, editJson, editPage, editTables } from '../print/edits.ts';
import type { Terminal } from '../print/terminal.ts';

interface Filter {
  segment?: EditSegment;
  severity?: EditFacts['severity'];
  status?: EditFacts['status'];
}

interface Options extends Filter {
  format: 'text' | 'json' | 'csv';
}

/** `nibrs edits`: lists the FBI's numbers, or explains some. */
export function editsCommand(terminal: Terminal): Command {
  return new Command('edits')
    .description('List the FBI’s edits: what each says, and where the specification has it; or explain some in full.')
    .argument('[number...]', 'the FBI’s numbers, for example 065')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, csv for spreadsheets')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .option('--segment <segment>', `one of ${segmentNames().join(', ')}; or a level, 0 to 7`, segmentArgument)
    .addOption(new Option('--severity <severity>', 'only these').choices(['error', 'warning']))
    .addOption(new Option('--status <status>', 'only these').choices(['active', 'unreachable', 'inactive']))
    .action(async (codes: string[], { format, ...filter }: Options) => {
      const all = catalog.map(factsOf);
      const chosen = (codes.length === 0 ? all : codes.map((code) => editOf(code, all))).filter(passes(filter));
      if (format === 'json') await terminal.print(...chosen.map(editJson));
      else if (format === 'csv')
        await terminal.print(...[editCsvHeader, ...chosen.map(editCsv)].map((row) => `${row}\r`));
      else if (codes.length === 0) await terminal.print(...editTables(chosen, terminal));
      else await terminal.print(...pages(chosen, all, terminal));
    });
}

function pages(chosen: readonly EditFacts[], all: readonly EditFacts[], terminal: Terminal): string[] {
  return chosen.flatMap((edit, at) => {
    const suppressedBy = all.filter(({ suppresses }) => suppresses.includes(edit.code)).map(({ code }) => code);
    return [...(at > 0 ? [''] : []), ...editPage(edit, suppressedBy, terminal)];
  });
}

function editOf(code: string, edits: readonly EditFacts[]): EditFacts {
  const found = edits.find((edit) => edit.code === code);
  if (found) return found;
  throw new UsageError(
    `There is no edit "${code}". Give its three or four digits, or run "nibrs edits" for all of them.`,
  );
}

function passes({ segment, severity, status }: Filter): (edit: EditFacts) => boolean {
  return (edit) =>
    (segment === undefined || edit.segment === segment) &&
    (severity === undefined || edit.severity === severity) &&
    (status === undefined || edit.status === status);
}

/** `structure`, and the segments' names in the form of an argument: `group-b-arrest`. */
function segmentNames(): string[] {
  return ['structure', ...Object.values(layouts).map(({ name }) => argumentOf(name))];
}

function argumentOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

function segmentArgument(value: string): EditSegment {
  const wanted = value.toLowerCase();
  if (wanted === 'structure') return wanted;
  const found = Object.values(layouts).find(({ level, name }) => wanted === level || wanted === argumentOf(name));
  if (found) return found.level;
  throw new InvalidArgumentError(`A segment is one of ${segmentNames().join(', ')}, or its level, 0 to 7.`);
}
