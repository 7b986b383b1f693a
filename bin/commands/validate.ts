import { Command, Option } from 'commander';
import { readAgencies } from '../../shared/agencies/read-agencies.ts';
import { spellDate } from '../../shared/nibrs/edits/rules/dates.ts';
import type { Clock } from '../../shared/ports.ts';
import { type Agencies, findProfile, type ValidateFileOptions, validateFile } from '../../shared/validator.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type InputFile, inputFiles, periodArgument, readText, stateArgument } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import { csvPrinter, jsonPrinter, textPrinter, type ValidationPrinter } from '../print/validation.ts';
import { addReport, emptySummary, errorsIn, type ValidationSummary } from '../validation-summary.ts';

interface Options {
  state?: string;
  agencies?: string;
  format: keyof typeof printers;
  report?: string;
  period?: string;
}

const printers = { text: textPrinter, json: jsonPrinter, csv: csvPrinter } as const;

/** `nibrs validate`: reads files, prints what the edits find, stores nothing. */
export function validateCommand(terminal: Terminal, clock: Clock, exit: (code: ExitCode) => void): Command {
  return new Command('validate')
    .description('Check submission files and print what is wrong with them; nothing is stored.')
    .argument('<file...>', 'NIBRS flat files, supplements, or directories of them; - reads standard input')
    .option(
      '--state <code>',
      'also read the state segments and supplements of this state, for example MO',
      stateArgument,
    )
    .option('--agencies <file>', 'also check what a list of agencies tells (CSV), for example whether an ORI exists')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, csv for spreadsheets')
        .choices(Object.keys(printers))
        .default('text'),
    )
    .option('--report <file>', 'also write one HTML file for people, with a filter and ready to print')
    .option(
      '--period <month>',
      'month of submission of reports that state none, YYYY-MM (default: this month)',
      periodArgument,
    )
    .action(async (paths: string[], { state, agencies: list, format, report, period }: Options) => {
      const today = dayOf(clock());
      const profile = state === undefined ? undefined : findProfile(state);
      const agencies = list === undefined ? undefined : await agenciesIn(list);
      const files = await inputFiles(paths);
      const outputs = [printers[format](terminal)];
      if (report !== undefined) {
        const { htmlReport } = await import('../report/html-report.ts');
        outputs.push(await htmlReport(report, spellDate(today) ?? today));
      }
      const summary = emptySummary();
      for (const file of files) {
        await validateInput(file, { profile, period, today, agencies }, { outputs, summary, terminal });
      }
      for (const output of outputs) await output.end(summary);
      exit(exitCodeOf(summary));
    });
}

async function agenciesIn(path: string): Promise<Agencies> {
  const agencies = readAgencies(await readText(path), path);
  return (ori) => agencies.get(ori);
}

/** Reads one file and prints its findings while it is read: no more than a report is held in memory. */
async function validateInput(
  file: InputFile,
  options: ValidateFileOptions,
  { outputs, summary, terminal }: { outputs: ValidationPrinter[]; summary: ValidationSummary; terminal: Terminal },
): Promise<void> {
  for (const output of outputs) await output.file(file.path);
  summary.files += 1;
  const { accepted, rejected } = summary;
  const progress = terminal.progress(file.name, file.bytes ?? 0);
  try {
    const stream = counted(file.open(), progress.advanceTo);
    for await (const outcome of validateFile(stream, options)) {
      if ('refusal' in outcome) {
        // Damage may show only at the end of a file; then none of its reports is taken.
        Object.assign(summary, { accepted, rejected, refused: summary.refused + 1 });
        for (const output of outputs) await output.refused(outcome.refusal);
      } else {
        addReport(summary, outcome);
        for (const output of outputs) await output.report(outcome);
      }
    }
  } finally {
    progress.stop();
  }
}

/** Passes a stream on and tells how many bytes went by. */
async function* counted(stream: AsyncIterable<Uint8Array>, tell: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stream) {
    yield chunk;
    bytes += chunk.byteLength;
    tell(bytes);
  }
}

function exitCodeOf(summary: ValidationSummary): ExitCode {
  if (summary.failed > 0) return exitCodes.failed;
  if (summary.refused > 0) return exitCodes.unusable;
  return errorsIn(summary) > 0 ? exitCodes.findings : exitCodes.clean;
}

/** A date as NIBRS writes it, in the time of the place where the command runs. */
function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}${month}${day}`;
}
